package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/**
 * Keeps users off each other's data directories: what root leaves behind in that of a service, the service can neither read nor
 * replace, and does not start any more.
 */
final class DirectoryOwner {

    private static final String ROOT = "root";

    private DirectoryOwner() {}

    /** For what is done beside a platform: root leaves behind what the platform's own user cannot use. */
    static void require(DataDirectory data, String command) throws Refusal {
        refuse(data, command, true);
    }

    /** For the platform itself: in a container it may well be root on a volume of somebody else's. */
    static void requireWritable(DataDirectory data, String command) throws Refusal {
        refuse(data, command, false);
    }

    private static void refuse(DataDirectory data, String command, boolean isForRootToo) throws Refusal {
        Optional<UserPrincipal> owner = of(data.path());
        if (owner.isPresent()) {
            Optional<UserPrincipal> user = user();
            if (user.isPresent() && !user.equals(owner) && doesHarm(user.get(), data.path(), isForRootToo)) {
                throw refusal(data, owner.get().getName(), user.get().getName(), command);
            }
        }
    }

    /** Volumes of containers often belong to root and can be written by those who are meant to: nothing is wrong with these. */
    private static boolean doesHarm(UserPrincipal user, Path path, boolean isForRootToo) {
        return isForRootToo && user.getName().equals(ROOT) || !Files.isWritable(path);
    }

    /** Empty where nothing is yet, and where nothing can be found out. */
    private static Optional<UserPrincipal> of(Path path) {
        try {
            return Optional.of(Files.getOwner(path));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Java knows a user's name only, and in a container there may be none: a file of one's own tells who one is. */
    private static Optional<UserPrincipal> user() {
        try {
            Path own = Files.createTempFile("kreiswerk", null);
            try {
                return of(own);
            } finally {
                Files.deleteIfExists(own);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Refusal refusal(DataDirectory data, String owner, String user, String command) {
        // Nobody should work as root because of a folder, and whoever has no name is no user any more.
        boolean wrongOwner = owner.equals(ROOT) || owner.matches("\\d+");
        String words = wrongOwner
                ? "chown -R " + user + " " + data.path()
                : (user.equals(ROOT) ? "runuser -u " : "sudo -u ") + owner + " -- kreiswerk " + command + " --data "
                        + data.path() + " …";
        return Refusal.failed(
                "Das Datenverzeichnis " + data.path() + " gehört dem Benutzer " + owner + ", dieser Befehl läuft als "
                        + user + "; "
                        + (wrongOwner ? "geben Sie es diesem Benutzer mit" : "rufen Sie ihn auf mit") + " „" + words
                        + "“"
                        + " oder nennen Sie mit --data ein anderes.",
                "The data directory " + data.path() + " belongs to the user " + owner + ", this command runs as " + user
                        + "; "
                        + (wrongOwner ? "give it to this user with" : "call it with") + " '" + words
                        + "', or name another one with --data.");
    }
}
