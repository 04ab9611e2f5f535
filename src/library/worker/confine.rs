//! What the worker gives up before it reads anything: memory and time beyond a bound, files, programs and the network.
//!
//! What a system does not have is left out: the bounds of memory and time are those that every Unix has, the rest is
//! Linux. The worker would do without it; it is there for the day on which a fault in a reader is exploited.

/// How much address space a worker may have, in bytes: the program itself (some 30 MB) and what it reads.
pub(super) const MEMORY: u64 = 400 << 20;
/// How long a worker may compute for one document, in seconds.
pub(super) const SECONDS: u64 = 10;

/// Gives up what reading bytes does not need. It cannot be taken back.
pub(super) fn confine() {
    #[cfg(target_os = "linux")]
    {
        // Old kernels lack this; what follows asks for it where it can.
        let _ = rustix::thread::set_no_new_privs(true);
        // The parent may be killed while a document is read.
        let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
        drop(linux::no_files());
    }
    #[cfg(unix)]
    {
        use rustix::process::Resource;
        limit(Resource::As, MEMORY, MEMORY);
        limit(Resource::Core, 0, 0);
        limit(Resource::Fsize, 0, 0);
        limit(Resource::Nproc, 0, 0);
        limit(Resource::Nofile, 0, 0);
    }
    #[cfg(target_os = "linux")]
    drop(linux::few_calls());
}

/// Has the time begin anew, for the next document.
pub(super) fn renew(seconds: u64) {
    #[cfg(not(unix))]
    let _ = seconds;
    #[cfg(unix)]
    {
        let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime).tv_sec;
        limit(rustix::process::Resource::Cpu, u64::try_from(used).unwrap_or(0) + seconds, u64::MAX);
    }
}

/// Sets a limit, and the most that it can be set to later; neither above what it is already.
#[cfg(unix)]
fn limit(resource: rustix::process::Resource, now: u64, most: u64) {
    use rustix::process::{Rlimit, getrlimit, setrlimit};
    let maximum = match getrlimit(resource).maximum {
        Some(old) => Some(old.min(most)),
        None => Some(most).filter(|most| *most < u64::MAX),
    };
    let current = maximum.map_or(now, |most| now.min(most));
    // A system without this limit, such as some for the address space, goes without.
    let _ = setrlimit(resource, Rlimit { current: Some(current), maximum });
}

#[cfg(target_os = "linux")]
mod linux {
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule,
    };
    use std::collections::BTreeMap;
    use std::error::Error;

    /// Landlock: no file can be opened, none made, no port used and no other process reached. Kernels from 5.13 on have
    /// it, each a little more of it.
    pub(super) fn no_files() -> Result<(), Box<dyn Error>> {
        use landlock::{ABI, Access as _, AccessFs, AccessNet, Ruleset, RulesetAttr as _, Scope};
        let newest = ABI::V6;
        let rules = Ruleset::default()
            .handle_access(AccessFs::from_all(newest))?
            .handle_access(AccessNet::from_all(newest))?
            .scope(Scope::from_all(newest))?;
        rules.create()?.restrict_self()?;
        Ok(())
    }

    /// Seccomp: of the system's calls only those of a program that computes and talks through its pipes. Others fail.
    pub(super) fn few_calls() -> Result<(), Box<dyn Error>> {
        let always = [
            libc::SYS_read,
            libc::SYS_readv,
            libc::SYS_write,
            libc::SYS_writev,
            libc::SYS_close,
            libc::SYS_mmap,
            libc::SYS_munmap,
            libc::SYS_mremap,
            libc::SYS_mprotect,
            libc::SYS_madvise,
            libc::SYS_brk,
            libc::SYS_futex,
            libc::SYS_getrandom,
            libc::SYS_clock_gettime,
            libc::SYS_sched_yield,
            libc::SYS_restart_syscall,
            libc::SYS_rt_sigaction,
            libc::SYS_rt_sigprocmask,
            libc::SYS_rt_sigreturn,
            libc::SYS_sigaltstack,
            libc::SYS_getpid,
            libc::SYS_gettid,
            libc::SYS_exit,
            libc::SYS_exit_group,
        ];
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> = always.map(|call| (call, Vec::new())).into();
        let is = |argument, value: u64| {
            SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)
        };
        // A signal only to itself, which is how a process aborts.
        let own = u64::from(std::process::id());
        rules.insert(libc::SYS_tgkill, vec![SeccompRule::new(vec![is(0, own)?])?]);
        // The limit of its time, and no other.
        let time = SeccompRule::new(vec![is(0, 0)?, is(1, u64::from(libc::RLIMIT_CPU))?])?;
        rules.insert(libc::SYS_prlimit64, vec![time]);
        let others = SeccompAction::Errno(libc::EPERM.cast_unsigned());
        let here = std::env::consts::ARCH.try_into()?;
        let filter: BpfProgram = SeccompFilter::new(rules, others, SeccompAction::Allow, here)?.try_into()?;
        Ok(seccompiler::apply_filter(&filter)?)
    }
}
