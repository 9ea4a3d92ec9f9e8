package de.kreiswerk.proposals.web.snapshot;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The committees by which papers and meetings can be filtered: those of which there are some. */
public final class Committees {

    /** The list that they are read from. */
    public static final String LIST = "organization";

    private static final int MOST = 1_000;
    private static final String PATH = "/organization/";
    private static final Snapshots<Names> NAMES = Snapshots.as(Names.class);

    private final List<Committee> all;

    private Committees(List<Committee> all) {
        this.all = all;
    }

    /**
     * Reads them.
     *
     * @param publication the snapshots
     * @param prefix what stands before the committee's id in the name of its list, such as {@code paper/organization/}
     * @param suffix what stands behind it, may be empty
     * @return the committees that have such a list, by name
     */
    public static Committees of(Publication publication, String prefix, String suffix) {
        Set<String> lists = Set.copyOf(publication.lists(prefix));
        Collator german = Collator.getInstance(Locale.GERMAN);
        return new Committees(publication.list(PublicQuery.of(LIST, MOST)).stream()
                .filter(object -> lists.contains(prefix + id(object) + suffix))
                .map(object -> new Committee(id(object), NAMES.read(object).name()))
                .sorted(Comparator.comparing(Committee::name, german))
                .toList());
    }

    /** All, by name. */
    public List<Committee> all() {
        return all;
    }

    /** Finds one. */
    public Optional<Committee> find(String id) {
        return all.stream().filter(committee -> committee.id().equals(id)).findFirst();
    }

    private static String id(PublicObject object) {
        return object.path().substring(PATH.length());
    }

    /**
     * A committee.
     *
     * @param id its id
     * @param name its name
     */
    public record Committee(String id, String name) {}

    private record Names(String name) {

        private Names {
            name = name == null ? "" : name;
        }
    }
}
