package de.kreiswerk.proposals.web.http;

import de.kreiswerk.core.api.publication.Publication;
import java.util.Locale;
import java.util.Optional;

/** Finds objects by the address of their page, or by what people make of it. */
public final class Addresses {

    private static final int MAX_PATH = 300;

    private Addresses() {}

    /**
     * Finds an object by its address, also in upper case, with slashes or blanks for hyphens, or with a slash at the end.
     *
     * @param publication the snapshots
     * @param base the path of the pages, such as {@code /vorlagen}
     * @param rest what stands behind it, beginning with a slash
     * @return where it leads
     */
    public static Optional<Publication.Address> resolve(Publication publication, String base, String rest) {
        if (rest.length() > MAX_PATH || rest.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String meant =
                rest.substring(1).replaceAll("/+$", "").toLowerCase(Locale.ROOT).replaceAll("[/\\s_]+", "-");
        return publication.resolve(base + rest).or(() -> publication.resolve(base + "/" + meant));
    }
}
