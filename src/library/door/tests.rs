//! What a door of a restricted session leads to, and what a file holds after it was written, or not.

use super::*;

fn read(door: &Door, path: &Path) -> io::Result<String> {
    io::read_to_string(door.file(path)?)
}

/// A folder with `open/a.txt`, `open/deep/b.txt` and `other/a.txt`.
fn grounds() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["open/a.txt", "open/deep/b.txt", "other/a.txt"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }
    folder
}

#[test]
fn a_restricted_door_leads_only_to_what_was_named() {
    let folder = grounds();
    let at = |name: &str| folder.path().join(name);
    let door = Door::around([at("open").as_path()]);
    assert_eq!(read(&door, &at("open/a.txt")).unwrap(), "open/a.txt");
    assert_eq!(read(&door, &at("other/../open/deep/../deep/b.txt")).unwrap(), "open/deep/b.txt");
    for outside in ["other/a.txt", "open/../other/a.txt", "other", "."] {
        assert!(is_outside(&door.file(&at(outside)).unwrap_err()), "{outside}");
        assert!(is_outside(&door.about(&at(outside)).unwrap_err()), "{outside}");
        assert!(door.entries(&at(outside)).is_err(), "{outside}");
        assert!(door.write(&at(outside), b"x").is_err(), "{outside}");
    }
    assert!(is_outside(&door.write(&at("open/new.txt"), b"x").unwrap_err()));
    assert!(is_outside(&door.write(&at("open/a.txt"), b"x").unwrap_err()));
    assert!(is_outside(&door.make_folders(&at("open/new"), false).unwrap_err()));
    let mut names: Vec<_> =
        door.entries(&at("open")).unwrap().map(|entry| (entry.name, entry.is_folder)).collect();
    names.sort();
    assert_eq!(names, [("a.txt".into(), false), ("deep".into(), true)]);
    let one = Door::around([at("open/a.txt").as_path()]);
    assert_eq!(read(&one, &at("open/a.txt")).unwrap(), "open/a.txt");
    assert!(one.about(&at("open/a.txt")).unwrap().is_file());
    assert!(is_outside(&one.file(&at("open/deep/b.txt")).unwrap_err()));
    assert!(Door::around([]).file(&at("open/a.txt")).is_err());
    assert!(Door::free().file(&at("other/a.txt")).is_ok());
}

#[test]
fn a_door_of_the_programs_own_leads_to_one_folder() {
    let folder = grounds();
    let at = |name: &str| folder.path().join(name);
    let door = Door::around([at("open").as_path()]);
    let own = door.own(&at("state/plenary"), true);
    own.write_private(&at("state/plenary/state.json"), b"{}").unwrap();
    assert_eq!(read(&own, &at("state/plenary/state.json")).unwrap(), "{}");
    for outside in ["open/a.txt", "state/plenary/../x", "other/a.txt"] {
        assert!(own.write_private(&at(outside), b"x").is_err(), "{outside}");
    }
    assert!(own.file(&at("open/a.txt")).is_err());
    assert!(door.own(&at("state/plenary"), false).write(&at("state/plenary/state.json"), b"x").is_err());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt, symlink};

    #[test]
    fn links_lead_in_but_not_out() {
        let folder = grounds();
        let at = |name: &str| folder.path().join(name);
        symlink(at("other/a.txt"), at("open/link.txt")).unwrap();
        symlink(at("other"), at("open/links")).unwrap();
        symlink(at("open/a.txt"), at("other/in.txt")).unwrap();
        symlink("/proc/self/fd/0", at("open/fd.txt")).unwrap();
        let door = Door::around([at("open").as_path()]);
        for outside in ["open/link.txt", "open/links/a.txt", "open/links", "open/fd.txt"] {
            assert!(door.file(&at(outside)).is_err(), "{outside}");
            assert!(door.about(&at(outside)).is_err(), "{outside}");
        }
        assert_eq!(read(&door, &at("other/in.txt")).unwrap(), "open/a.txt");
        let linked = Door::around([at("open/link.txt").as_path()]);
        assert_eq!(read(&linked, &at("open/link.txt")).unwrap(), "other/a.txt", "the link was named itself");
    }

    #[test]
    fn a_link_that_takes_the_place_of_a_folder_leads_nowhere() {
        let folder = grounds();
        let at = |name: &str| folder.path().join(name);
        let door = Door::around([at("open").as_path()]);
        let fence = door.0.as_ref().unwrap();
        // As if the link had been put there after the path was resolved.
        fs::rename(at("open/deep"), at("open/was")).unwrap();
        symlink(at("other"), at("open/deep")).unwrap();
        let ground = &fence.grounds[0];
        for opened in [Opened::Found, Opened::Named, Opened::LookedAt] {
            assert!(is_outside(&ground.open(Path::new("deep/a.txt"), opened).unwrap_err()));
        }
        assert!(ground.open(Path::new("deep"), Opened::Listed).is_err());
        fs::remove_file(at("open/a.txt")).unwrap();
        symlink(at("other/a.txt"), at("open/a.txt")).unwrap();
        assert!(is_outside(&ground.open(Path::new("a.txt"), Opened::Found).unwrap_err()));
    }

    #[test]
    fn a_pipe_that_was_found_is_not_waited_for() {
        let folder = grounds();
        let pipe = folder.path().join("open/pipe.txt");
        let ran = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(ran.success());
        let open = folder.path().join("open");
        for door in [Door::free(), Door::around([open.as_path()])] {
            assert_eq!(door.regular(&pipe).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        }
        assert!(Door::around([open.as_path()]).file(&pipe).is_err());
        assert!(Door::free().lock(&pipe).is_err());
        assert_eq!(Door::free().regular(&open).unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    fn a_file_that_is_replaced_keeps_its_permissions_and_links_to_it_stay() {
        let folder = grounds();
        let at = |name: &str| folder.path().join(name);
        fs::set_permissions(at("open/a.txt"), PermissionsExt::from_mode(0o640)).unwrap();
        symlink("a.txt", at("open/link.txt")).unwrap();
        let before = fs::metadata(at("open/a.txt")).unwrap().ino();
        Door::free().write(&at("open/link.txt"), b"new").unwrap();
        let about = fs::metadata(at("open/a.txt")).unwrap();
        assert_eq!(fs::read(at("open/a.txt")).unwrap(), b"new");
        assert_eq!(about.mode() & 0o7777, 0o640);
        assert_ne!(about.ino(), before, "another file took the name");
        assert!(fs::symlink_metadata(at("open/link.txt")).unwrap().is_symlink());
        symlink("none.txt", at("open/to-none.txt")).unwrap();
        Door::free().write(&at("open/to-none.txt"), b"made").unwrap();
        assert_eq!(fs::read(at("open/none.txt")).unwrap(), b"made");
        assert_eq!(fs::read_dir(at("open")).unwrap().count(), 5, "no temporary file is left");
    }
}
