//! `--restricted`: which settings count in it, and its use as the forced command of an account on a real sshd.

use crate::support::{finish, plenary, sample};

#[test]
fn options_and_variables_that_name_files_are_refused_or_ignored() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config.toml");
    std::fs::write(&config, "theme = \"nonsense\"\n").unwrap();
    let file = sample("A_RES_95_12.en.txt");
    let ran = finish(plenary().args(["--restricted", "--config"]).args([&config, &file]));
    assert_eq!((ran.status, ran.err.as_str()), (2, "plenary: --config is not for a restricted session\n"));
    let ran = finish(plenary().env("PLENARY_CONFIG", &config).arg(&file));
    assert_eq!(ran.status, 2, "it is read: {}", ran.err);
    let ran = finish(plenary().env("PLENARY_CONFIG", &config).arg("--restricted").arg(&file));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let folder = home.path().join("plenary");
    std::fs::create_dir(&folder).unwrap();
    std::fs::copy(&config, folder.join("config.toml")).unwrap();
    let mut command = plenary();
    command.env("XDG_CONFIG_HOME", home.path()).env("PLENARY_RESTRICTED", "1").arg(&file);
    assert_eq!(finish(&mut command).status, 0);
    assert_eq!(finish(command.env("PLENARY_RESTRICTED", "0")).status, 2, "0 is off");
}

#[cfg(unix)]
mod over_ssh {
    use crate::conduct::{saved, there, wait_until};
    use crate::pty::{Pty, sample};
    use crate::support::skip;
    use portable_pty::CommandBuilder;
    use std::io::Write as _;
    use std::path::{Path, PathBuf};
    use std::process::{Child, Command, Stdio};

    /// An sshd of our own, with its own port and keys, that forces the reader on the user who runs the tests.
    struct Server {
        home: tempfile::TempDir,
        port: u16,
        daemon: Child,
    }

    impl Drop for Server {
        fn drop(&mut self) {
            let _ = self.daemon.kill();
            let _ = self.daemon.wait();
        }
    }

    fn sshd() -> Option<PathBuf> {
        let found = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"].map(PathBuf::from);
        let found = found.into_iter().find(|path| path.is_file());
        if found.is_none() {
            skip("sshd is not installed", true);
        }
        found.filter(|_| there(&["ssh", "ssh-keygen", "id"]))
    }

    impl Server {
        /// Starts a server. If none can be started, prints why and returns `None`.
        fn start(options: &str) -> Option<Self> {
            let sshd = sshd()?;
            let home = tempfile::tempdir().unwrap();
            let at = |name: &str| home.path().join(name);
            std::fs::create_dir(at("reader")).unwrap();
            for key in ["host", "key"] {
                let mut command = Command::new("ssh-keygen");
                command.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(at(key));
                assert!(command.status().unwrap().success());
            }
            std::fs::copy(at("key.pub"), at("authorized")).unwrap();
            let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let config = format!(
                "Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nPidFile none\nAuthorizedKeysFile {keys}\n\
                 StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
                 PermitRootLogin prohibit-password\nDisableForwarding yes\nPermitUserRC no\nPermitTTY yes\n\
                 AcceptEnv *\nSetEnv HOME={reader}\nSubsystem sftp internal-sftp\n\
                 ForceCommand {plenary} --restricted {options} {document}\n",
                host = at("host").display(),
                keys = at("authorized").display(),
                reader = at("reader").display(),
                plenary = env!("CARGO_BIN_EXE_plenary"),
                document = sample("A_RES_95_12.en.txt").display(),
            );
            std::fs::write(at("config"), config).unwrap();
            let mut command = Command::new(sshd);
            command.args(["-D", "-e", "-f"]).arg(at("config")).stdin(Stdio::null());
            let log = std::fs::File::create(at("log")).unwrap();
            let mut daemon = command.stderr(log).spawn().unwrap();
            let log = || std::fs::read_to_string(at("log")).unwrap_or_default();
            wait_until("sshd", || log().contains("listening on") || daemon.try_wait().unwrap().is_some());
            if daemon.try_wait().unwrap().is_some() {
                skip(&format!("sshd does not start here: {}", log()), false);
                return None;
            }
            let server = Self { home, port, daemon };
            server.gives_terminals().then_some(server)
        }

        /// Whether the server can provide a terminal. Without root this depends on how /dev/pts is mounted.
        fn gives_terminals(&self) -> bool {
            let mut ssh = Command::new("ssh");
            ssh.args(["-F", "none", "-tt"]).args(self.arguments(&[])).stdin(Stdio::piped());
            let quiet = ssh.env("TERM", "dumb").stdout(Stdio::null()).stderr(Stdio::null());
            let mut client = quiet.spawn().unwrap();
            // Writing fails if the client has ended because there is no terminal.
            let _ = client.stdin.as_mut().unwrap().write_all(b"q\n");
            let ran = client.wait().unwrap();
            let log = std::fs::read_to_string(self.home.path().join("log")).unwrap_or_default();
            let refused = !ran.success() && ["chown", "chmod"].iter().any(|what| log.contains(what));
            if refused {
                skip(&format!("sshd may not hand terminals over here: {log}"), false);
            }
            !refused
        }

        fn arguments(&self, options: &[&str]) -> Vec<String> {
            let user = Command::new("id").arg("-un").output().unwrap().stdout;
            let user = String::from_utf8(user).unwrap();
            let mut all = vec!["-p".to_owned(), self.port.to_string(), "-i".to_owned()];
            all.push(self.home.path().join("key").display().to_string());
            for option in [
                "StrictHostKeyChecking=no",
                "UserKnownHostsFile=/dev/null",
                "LogLevel=ERROR",
                "IdentityAgent=none",
            ] {
                all.extend(["-o".to_owned(), option.to_owned()]);
            }
            all.extend(options.iter().map(|&option| option.to_owned()));
            all.push(format!("{}@127.0.0.1", user.trim()));
            all
        }

        /// Starts a client in a pseudo-terminal.
        fn visit(&self, options: &[&str], typed_command: &[&str]) -> Pty {
            let mut command = CommandBuilder::new("ssh");
            command.args(["-F", "none"]);
            command.args(self.arguments(options));
            command.args(typed_command);
            let variables = [("PATH", "/usr/bin:/bin"), ("LANG", "C.UTF-8")];
            Pty::run(tempfile::tempdir().unwrap(), command, &variables, "")
        }

        fn reader(&self) -> PathBuf {
            self.home.path().join("reader")
        }
    }

    /// Process identifiers of the readers that this server has started, recognised by their own `--measure`.
    fn readers(mark: &str) -> Vec<u32> {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        ids.filter(|id: &u32| {
            let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line).into_owned();
            line.starts_with(env!("CARGO_BIN_EXE_plenary")) && line.contains(mark)
        })
        .collect()
    }

    /// What the children of a process run, without workers, which are this program again.
    fn children(of: u32) -> Vec<String> {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let parent = |stat: &String| {
            stat.rsplit_once(')').and_then(|(_, rest)| rest.split(' ').nth(2)?.parse::<u32>().ok())
        };
        let of = processes.filter(|entry| {
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok();
            stat.as_ref().and_then(parent) == Some(of)
        });
        let runs = of.filter_map(|entry| std::fs::read_to_string(entry.path().join("cmdline")).ok());
        runs.filter(|run| !run.is_empty() && run != "plenary\0--worker\0").collect()
    }

    fn files(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                files(&entry.path(), found);
            } else {
                found.push(entry.path().display().to_string());
            }
        }
    }

    #[test]
    fn the_account_can_read_and_do_nothing_else() {
        // Each server uses another measure, by which its reader is recognised among processes.
        let Some(server) = Server::start("--measure 71") else { return };
        // A command, and environment variables that a careless server accepts: all are ignored.
        let evil = server.home.path().join("evil");
        let set = format!(
            "SetEnv=PLENARY_CONFIG=/etc/passwd PLENARY_STATE=off XDG_STATE_HOME={0} XDG_CONFIG_HOME={0} PLENARY_RESTRICTED=0",
            evil.display()
        );
        let mut pty = server.visit(&["-tt", "-o", &set], &["sh", "-c", "'cat /etc/passwd'"]);
        pty.wait_for_text("A/RES/95/12");
        pty.press("9\r");
        pty.wait_for_text("para. 9");
        pty.press("\x1a");
        pty.wait_for_text("there is no shell to come back from");
        pty.press("D");
        pty.wait_for_text("documents:");
        assert!(pty.contents().contains("1/1"), "only the one that was named:\n{}", pty.contents());
        pty.press("\x07");
        let readers = readers("71");
        assert!(!readers.is_empty());
        for id in readers {
            assert_eq!(children(id), Vec::<String>::new(), "it has started something");
        }
        pty.press("q");
        assert_eq!(pty.end(), 0);
        pty.assert_given_back();
        assert!(!pty.all().contains("root:"), "{}", pty.all());
        assert!(!evil.exists(), "the state went where the reader wanted");
        let mut written = Vec::new();
        files(&server.reader(), &mut written);
        assert!(written.iter().all(|path| path.contains(".local/state/plenary/state.")), "{written:?}");
        assert!(saved(&server.reader()).contains("op9"));
    }

    #[test]
    fn killing_the_client_ends_it_and_the_place_is_saved() {
        let Some(server) = Server::start("--measure 73") else { return };
        let mut pty = server.visit(&["-tt"], &[]);
        pty.wait_for_text("A/RES/95/12");
        pty.press("9\r");
        pty.wait_for_text("para. 9");
        assert_eq!(readers("73").len(), 1);
        pty.signal("KILL");
        wait_until("the reader to end", || readers("73").is_empty());
        assert!(saved(&server.reader()).contains("op9"), "{}", saved(&server.reader()));
        pty.end();
    }

    #[test]
    fn without_a_terminal_the_text_is_written_and_standard_input_is_ignored() {
        let Some(server) = Server::start("--measure 75 --no-state") else { return };
        let ssh = |options: &[&str], command: &[&str]| {
            let mut ssh = Command::new("ssh");
            ssh.args(["-F", "none"]).args(server.arguments(options)).args(command).stdin(Stdio::null());
            let output = ssh.output().unwrap();
            (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
        };
        let (status, text) = ssh(&["-T"], &["cat /etc/passwd"]);
        assert_eq!(status, Some(0));
        assert!(text.contains("MODEL RESOLUTION") && !text.contains("root:"), "{text}");
        // A subsystem runs the same command.
        let (_, text) = ssh(&["-T", "-s"], &["sftp"]);
        assert!(text.contains("MODEL RESOLUTION"), "{text}");
        // Port forwarding is refused.
        let (status, _) = ssh(&["-T", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"], &[]);
        assert_ne!(status, Some(0));
        let mut written = Vec::new();
        files(&server.reader(), &mut written);
        assert_eq!(written, Vec::<String>::new());
    }
}
