package de.kreiswerk.deployment.archive.signature;

import de.kreiswerk.deployment.archive.Archive;

/** What is signed of an archive: its name and version, and the hash of every entry. */
public final class SignedText {

    private static final String HEAD = "kreiswerk-component/v1\n";

    private SignedText() {}

    /**
     * The text.
     *
     * @param archive signed or not
     * @return lines, the last one ended as well
     */
    public static String of(Archive archive) {
        StringBuilder text = new StringBuilder(HEAD)
                .append(archive.component().name())
                .append(' ')
                .append(archive.component().version())
                .append('\n');
        archive.entries()
                .forEach(each -> text.append(each.sha256())
                        .append(' ')
                        .append(each.name())
                        .append('\n'));
        return text.toString();
    }
}
