package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.view.ActiveFilter;
import de.kreiswerk.proposals.web.view.Choice;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.Phrases;
import de.kreiswerk.proposals.web.view.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the view of the list. A pure function of what was read, the filters, the language and the day. */
final class ListViews {

    static final String AFTER = "nach";

    private static final Map<String, Text> NAMES = Map.of(
            PaperFilter.TEXT, Texts.FILTER_TEXT,
            PaperFilter.YEAR, Texts.FILTER_YEAR,
            PaperFilter.TYPE, Texts.TYPE,
            PaperFilter.COMMITTEE, CommonTexts.ORGANIZATION,
            PaperFilter.STATE, Texts.STATE);

    private final Locale language;
    private final Phrases phrases;
    private final PaperViews papers;
    private final PaperFilter filter;
    private final PaperChoices choices;

    ListViews(Locale language, Today today, PaperFilter filter, PaperChoices choices) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.papers = new PaperViews(language, today);
        this.filter = filter;
        this.choices = choices;
    }

    /**
     * The list.
     *
     * @param found the papers of this page
     * @param more whether there are more behind them
     * @param first whether it is the first page
     */
    ListView view(List<PublicObject> found, boolean more, boolean first) {
        Query query = filter.query();
        return new ListView(
                language,
                form(),
                filter.active().stream().map(this::active).toList(),
                filter.errors(language),
                result(found.size(), more, first),
                found.stream().map(papers::entry).toList(),
                first,
                query.at(PapersServlet.BASE),
                more ? query.with(AFTER, found.get(found.size() - 1).key()).at(PapersServlet.BASE) : null,
                filter.isRight() ? query.at(PapersFeedServlet.PATH) : PapersFeedServlet.PATH);
    }

    private String result(int count, boolean more, boolean first) {
        if (!filter.isRight()) {
            return CommonTexts.FILTER_ERRORS.in(language);
        }
        if (count == 0) {
            boolean all = filter.isEmpty();
            return (all ? first ? Texts.LIST_EMPTY : Texts.LIST_END : first ? Texts.LIST_NONE : Texts.LIST_END)
                    .in(language);
        }
        if (!first) {
            return Texts.LIST_OLDER.in(language).formatted(count);
        }
        if (more) {
            return Texts.LIST_NEWEST.in(language).formatted(count);
        }
        return count == 1
                ? Texts.LIST_ONE.in(language)
                : Texts.LIST_ALL.in(language).formatted(count);
    }

    private ListView.Form form() {
        return new ListView.Form(
                filter.value(PaperFilter.TEXT),
                years().stream()
                        .map(year -> choice(PaperFilter.YEAR, year, phrases.own(year)))
                        .toList(),
                choices.types().entrySet().stream()
                        .map(type -> choice(PaperFilter.TYPE, type.getKey(), phrases.document(type.getValue())))
                        .toList(),
                choices.committees().all().stream()
                        .map(committee ->
                                choice(PaperFilter.COMMITTEE, committee.id(), phrases.document(committee.name())))
                        .toList(),
                PaperChoices.STATES.entrySet().stream()
                        .map(state -> choice(
                                PaperFilter.STATE, state.getKey(), phrases.own(Texts.STATES.get(state.getValue()))))
                        .toList());
    }

    /** The year asked for is among them even when it has no papers: the form must not say "all" then. */
    private SortedSet<String> years() {
        SortedSet<String> years = new TreeSet<>(Collections.reverseOrder());
        years.addAll(choices.years());
        if (filter.active().contains(PaperFilter.YEAR)) {
            years.add(filter.value(PaperFilter.YEAR));
        }
        return years;
    }

    private Choice choice(String name, String value, Words label) {
        return new Choice(value, label, value.equals(filter.value(name)));
    }

    private ActiveFilter active(String name) {
        return new ActiveFilter(
                NAMES.get(name).in(language),
                label(name, filter.value(name)),
                filter.query().without(name).at(PapersServlet.BASE));
    }

    private Words label(String name, String value) {
        return switch (name) {
            case PaperFilter.TYPE -> phrases.document(choices.types().get(value));
            case PaperFilter.COMMITTEE ->
                phrases.document(choices.committees()
                        .find(value)
                        .map(Committees.Committee::name)
                        .orElse(value));
            case PaperFilter.STATE -> phrases.own(Texts.STATES.get(PaperChoices.STATES.get(value)));
            default -> phrases.own(value);
        };
    }
}
