package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.view.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** By what the list of papers is narrowed, as the address says it. */
final class PaperFilter {

    static final String TEXT = "suche";
    static final String YEAR = "jahr";
    static final String TYPE = "art";
    static final String COMMITTEE = "gremium";
    static final String STATE = "stand";

    /** The parameters, in the order in which addresses have them. */
    static final List<String> NAMES = List.of(TEXT, YEAR, TYPE, COMMITTEE, STATE);

    private static final int MAX_TEXT = 200;

    private final Query query;
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Map<String, Text> errors = new LinkedHashMap<>();

    PaperFilter(Query query, PaperChoices choices) {
        this.query = query;
        if (query.get(TEXT) != null && query.get(TEXT).length() > MAX_TEXT) {
            errors.put(TEXT, Texts.ERROR_TEXT);
        }
        // A year without papers is a right question with nothing for an answer.
        read(YEAR, PaperChoices.YEAR + query.get(YEAR), matches(YEAR, "[0-9]{4}"), Texts.ERROR_YEAR);
        read(TYPE, PaperChoices.TYPE + query.get(TYPE), choices.types().containsKey(query.get(TYPE)), Texts.ERROR_TYPE);
        read(
                COMMITTEE,
                PaperChoices.COMMITTEE + query.get(COMMITTEE),
                choices.committees().all().stream()
                        .map(Committees.Committee::id)
                        .anyMatch(id -> id.equals(query.get(COMMITTEE))),
                Texts.ERROR_COMMITTEE);
        read(
                STATE,
                PaperChoices.STATE + PaperChoices.STATES.get(query.get(STATE)),
                PaperChoices.STATES.containsKey(query.get(STATE)),
                Texts.ERROR_STATE);
    }

    private boolean matches(String name, String pattern) {
        return query.get(name) != null && query.get(name).matches(pattern);
    }

    private void read(String name, String list, boolean right, Text error) {
        if (query.get(name) == null) {
            return;
        }
        if (right) {
            lists.put(name, list);
        } else {
            errors.put(name, error);
        }
    }

    /** The query with the conditions of this filter. */
    PublicQuery on(PublicQuery all) {
        return all.where(Set.copyOf(lists.values()), words());
    }

    /** The lists that it reads beside the list of all papers. */
    Set<String> lists() {
        return Set.copyOf(lists.values());
    }

    boolean isEmpty() {
        return query.isEmpty();
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /** What is active and right, by parameter. */
    List<String> active() {
        List<String> active = new ArrayList<>(lists.keySet());
        if (words() != null) {
            active.add(0, TEXT);
        }
        return active;
    }

    List<FieldError> errors(Locale language) {
        return errors.entrySet().stream()
                .map(error -> new FieldError(error.getKey(), error.getValue().in(language)))
                .toList();
    }

    /** What the field of a parameter shows. */
    String value(String name) {
        String value = query.get(name) == null ? "" : query.get(name);
        return value.substring(0, Math.min(value.length(), MAX_TEXT));
    }

    Query query() {
        return query;
    }

    private String words() {
        return errors.containsKey(TEXT) ? null : query.get(TEXT);
    }
}
