package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.importer.outline.HeadLabel.Label;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a proposal: its fields, and the lines that belong to none.
 *
 * @param fields in order
 * @param loose in order
 */
public record Head(List<Field> fields, List<Line> loose) {

    // No field of a real head begins further to the right.
    private static final int MAX_LINE = 10_000;

    /** The first field with a label that says something. */
    public Optional<Field> field(HeadLabel label) {
        return all(label).stream().filter(field -> !field.isEmpty()).findFirst();
    }

    /** All fields with a label. */
    public List<Field> all(HeadLabel label) {
        return fields.stream().filter(field -> field.label() == label).toList();
    }

    /** Whether a line begins with the label of a field, in plain text or as an item of a list. */
    static boolean beginsField(Line line) {
        return labelAtStart(withoutBullet(line.text())) != null;
    }

    /** Whether a line begins with the label of a field, is one, or is a row of a table of them. */
    static boolean holdsFields(Line line) {
        return beginsField(line) || !Cutter.cells(line).isEmpty();
    }

    /** Whether a line begins with a certain label. */
    public static boolean states(HeadLabel label, Line line) {
        Label found = labelAtStart(withoutBullet(line.text()));
        return found != null && found.label() == label;
    }

    /** The fields that a line states when it stands alone. */
    public static List<Field> fieldsOf(Line line) {
        return beginsField(line) ? new Cutter().cut(line) : List.of();
    }

    static Head of(List<Line> lines) {
        Cutter cutter = new Cutter();
        lines.forEach(cutter::read);
        return new Head(List.copyOf(cutter.fields), List.copyOf(cutter.loose));
    }

    private static Label labelAtStart(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon > 60) {
            return null;
        }
        // Blanks before the colon are a habit of some typists.
        return HeadLabel.of(text.substring(0, colon).stripTrailing());
    }

    private static String withoutBullet(String text) {
        return text.startsWith("- ") ? text.substring(2).strip() : text;
    }

    /** Cuts the lines of a head into fields, one after the other. */
    private static final class Cutter {

        private static final Pattern INFLECTED = Pattern.compile("in |(?:nicht[ -]?)?\\p{Ll}+e[mnr] ");

        private final List<Field> fields = new ArrayList<>();
        private final List<Line> loose = new ArrayList<>();
        private Field open;
        private Line last;

        void read(Line line) {
            List<Field> cells = cells(line);
            if (beginsField(line) || !cells.isEmpty()) {
                fields.addAll(cells.isEmpty() ? cut(line) : cells);
                open = fields.get(fields.size() - 1);
            } else if (isStamp(line)) {
                loose.add(line);
            } else if (goesOn(line)) {
                goOn(line);
            } else {
                loose.add(line);
                open = null;
            }
            last = line;
        }

        /** The fields of a row of a table, or of a line that is a label; empty unless all labels are known. */
        private static List<Field> cells(Line line) {
            List<Field> fields = new ArrayList<>();
            List<String> cells = cellsOf(line.text());
            for (int i = 0; i < cells.size(); i += 2) {
                Label label = HeadLabel.of(VisibilityWording.withoutColon(cells.get(i)));
                if (label == null || cells.size() > 1 && cells.size() % 2 > 0) {
                    return List.of();
                }
                fields.add(field(label, line, i + 1 < cells.size() ? cells.get(i + 1) : ""));
            }
            return fields;
        }

        private static List<String> cellsOf(String text) {
            String row = text.startsWith("|") ? text.substring(1) : text.replace('\t', '|');
            return Arrays.stream(row.split("\\|")).map(String::strip).toList();
        }

        private List<Field> cut(Line line) {
            List<Field> cut = new ArrayList<>();
            String text = withoutBullet(line.text());
            Label label = labelAtStart(text);
            int from = text.indexOf(':') + 1;
            for (int colon = text.indexOf(':', from);
                    colon >= 0 && colon < MAX_LINE && !label.label().isLong();
                    colon = text.indexOf(':', colon + 1)) {
                Label next = HeadLabel.endingAt(text, colon);
                if (next != null && next.start() >= from) {
                    cut.add(field(label, line, text.substring(from, next.start())));
                    label = next;
                    from = colon + 1;
                }
            }
            cut.add(field(label, line, text.substring(from)));
            return cut;
        }

        private static Field field(Label label, Line line, String value) {
            List<Line> values = new ArrayList<>();
            if (!value.isBlank()) {
                values.add(line.part(value.strip()));
            }
            return new Field(label.label(), label.wording(), line.number(), values);
        }

        /** A stamp across the head belongs to no field and ends none, unless it is what the field asks for. */
        private boolean isStamp(Line line) {
            return VisibilityWording.isStampInHead(line.text()) && !(expectsSecrecy(line) && goesOn(line));
        }

        private boolean expectsSecrecy(Line line) {
            return open != null
                    && switch (open.label()) {
                        case VISIBILITY, PAPER_TYPE -> true;
                        // "Beschlüsse aus" may have „nichtöffentlicher Sitzung“ on the line below; a stamp is no
                        // genitive.
                        case TITLE ->
                            !open.isEmpty() && INFLECTED.matcher(line.text()).lookingAt();
                        default -> false;
                    };
        }

        private void goOn(Line line) {
            if (line.hasWords()) {
                open.values().add(line.part(withoutBullet(line.text())));
            }
        }

        private boolean goesOn(Line line) {
            boolean adjacent = open != null && line.follows(last) && !line.emphasised();
            if (!adjacent || looksLikeLabel(line.text())) {
                return false;
            }
            return switch (open.label()) {
                case TITLE -> true;
                case PRODUCTS ->
                    open.isEmpty()
                            || line.indented()
                            || Character.isDigit(line.text().charAt(0));
                default -> open.isEmpty();
            };
        }

        private static boolean looksLikeLabel(String text) {
            int colon = withoutBullet(text).indexOf(':');
            return colon > 0
                    && colon <= 30
                    && Character.isUpperCase(withoutBullet(text).charAt(0));
        }
    }
}
