package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By what papers can be filtered: of everything there is at least one public paper.
 *
 * @param years the years, newest first
 * @param types the wording of each type by its key
 * @param committees the committees
 */
record PaperChoices(List<String> years, Map<String, String> types, Committees committees) {

    static final String YEAR = "paper/year/";
    static final String TYPE = "paper/type/";
    static final String COMMITTEE = "paper/organization/";
    static final String STATE = "paper/state/";

    private static final Snapshots<PaperSnapshot.Line> LINES = Snapshots.as(PaperSnapshot.Line.class);

    /** The states by what stands for them in addresses. */
    static final Map<String, String> STATES = states();

    static PaperChoices of(Publication publication) {
        List<String> years = publication.lists(YEAR).stream()
                .filter(list -> !publication.list(PublicQuery.of(list, 1)).isEmpty())
                .map(list -> list.substring(YEAR.length()))
                .sorted(Collections.reverseOrder())
                .toList();
        Map<String, String> types = new LinkedHashMap<>();
        for (String list : publication.lists(TYPE)) {
            for (PublicObject paper : publication.list(PublicQuery.of(list, 1).newestFirst())) {
                String wording = LINES.read(paper).paperType();
                String key = list.substring(TYPE.length());
                types.put(key, wording == null ? key : wording);
            }
        }
        return new PaperChoices(years, types, Committees.of(publication, COMMITTEE, ""));
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("in-beratung", "UNDER_CONSULTATION");
        states.put("entschieden", "DECIDED");
        states.put("abgeschlossen", "COMPLETED");
        states.put("ohne-beratungsfolge", "NO_CONSULTATION");
        return Collections.unmodifiableMap(states);
    }
}
