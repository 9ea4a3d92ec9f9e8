package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.TrailChoices;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the search page shows.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param filter what was asked for
 * @param choices what can be asked for
 * @param departments the departments' names by their ids
 * @param page what was found, null when something is wrong with the question
 * @param refused why there is no package, null when none was refused
 * @param programHash the SHA-256 of the program that checks packages, null when it is not to be had here
 * @param canAsk whether everything by a person can be asked for
 */
public record SearchView(
        Locale language,
        String token,
        TrailFilter filter,
        TrailChoices choices,
        Map<String, String> departments,
        TrailPage page,
        Text refused,
        String programHash,
        boolean canAsk) {

    /** The type of what belongs to a person, whose id it has. */
    private static final String ACCOUNT = "Account";

    /**
     * The records of a day.
     *
     * @param day the day
     * @param records its records, the newest first
     */
    public record Day(LocalDate day, List<TrailRecord> records) {}

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** Times in the reader's language. */
    public Moments moments() {
        return new Moments(language);
    }

    /** What the page is about. */
    public String title() {
        return in(filter.isObject() ? AuditTexts.ABOUT_OBJECT : AuditTexts.TITLE);
    }

    /** What is not found by the object's id; null when nothing is left out. */
    public String leftOut() {
        if (filter.value(TrailFilter.OBJECT).isEmpty()) {
            return null;
        }
        String type = filter.value(TrailFilter.OBJECT_TYPE);
        if (type.equals(ACCOUNT)) {
            return in(AuditTexts.WITHOUT_OWN_ACTS);
        }
        return type.isEmpty() ? in(AuditTexts.WITHOUT_OWN_ACTS_OF_ACCOUNTS) : null;
    }

    /** Where everything by the person is asked for whose account is the object; null when it is none, or that cannot be asked. */
    public String askForOwnActs() {
        String object = filter.value(TrailFilter.OBJECT);
        return canAsk
                        && !object.isEmpty()
                        && filter.value(TrailFilter.OBJECT_TYPE).equals(ACCOUNT)
                ? Places.person(object)
                : null;
    }

    /** A field with what was typed. */
    public Field field(String name) {
        return new Field(name, filter.value(name), error(name), null);
    }

    /** What is wrong with a field, null when nothing is. */
    public String error(String name) {
        Text error = filter.errors().get(name);
        return error == null ? null : in(error);
    }

    /** What is wrong with fields of the form, by their ids; the position is none of them. */
    public List<String> wrong() {
        return filter.errors().keySet().stream()
                .filter(field -> !field.equals(TrailFilter.AFTER))
                .toList();
    }

    /** What people call a field. */
    public String label(String field) {
        return in(AuditTexts.label(field));
    }

    /** What can be chosen in a field. */
    public List<Option> options(String field) {
        Map<String, String> labels = switch (field) {
            case TrailFilter.AREA -> same(choices.areas());
            case TrailFilter.ACTION -> same(choices.actions());
            case TrailFilter.OBJECT_TYPE -> same(choices.objectTypes());
            case TrailFilter.DEPARTMENT -> named(choices.departments());
            default -> endings();
        };
        String chosen = filter.value(field);
        // A link may ask for what has not occurred yet; then the form says the same.
        if (!chosen.isEmpty() && filter.errors().get(field) == null) {
            labels.putIfAbsent(chosen, chosen);
        }
        return labels.entrySet().stream()
                .map(each ->
                        new Option(each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                .toList();
    }

    private static Map<String, String> same(List<String> names) {
        Map<String, String> labels = new LinkedHashMap<>();
        names.forEach(name -> labels.put(name, name));
        return labels;
    }

    private Map<String, String> named(List<String> ids) {
        Map<String, String> labels = new LinkedHashMap<>();
        Stream<String> sorted =
                ids.stream().sorted((one, other) -> department(one).compareToIgnoreCase(department(other)));
        sorted.forEach(id -> labels.put(id, department(id)));
        return labels;
    }

    private Map<String, String> endings() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Ending ending : Ending.values()) {
            labels.put(ending.word(), in(ending.text()));
        }
        return labels;
    }

    /** A department's name, or its id when nobody knows it. */
    public String department(String id) {
        return departments.getOrDefault(id, id);
    }

    /** What was found, day by day. */
    public List<Day> days() {
        Map<LocalDate, List<TrailRecord>> days = page.records().stream()
                .collect(Collectors.groupingBy(
                        record -> Moments.day(record.time()),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** Where the older records are, null when there are none. */
    public String older() {
        return page.next() == null ? null : filter.behind(page.next());
    }

    /** Where the newest of them are. */
    public String newest() {
        return filter.newest();
    }

    /** Whether a package can hold anything. */
    public boolean hasRecords() {
        return page != null && !page.records().isEmpty();
    }

    /** How it ended. */
    public Ending ending(TrailRecord record) {
        return Ending.of(record.outcome());
    }
}
