package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.CommitteeName;
import de.kreiswerk.proposals.importer.words.GermanDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A consultation a line, with blanks between committee and date, in either order.
 *
 * <pre>
 * Gremium                   Termin       Status
 * Bauausschuss (Beratung)   03.02.2026   Ö
 * 10.02.2026 Kreisausschuss Vorberatung
 * 1. Kreistag (Entscheidung) am Dienstag, 17.02.2026, 16:00 Uhr, öffentlich
 * </pre>
 */
final class OneLineLayout implements ConsultationLayout {

    private static final int MAX_LENGTH = 500;
    private static final Pattern WIDE_GAP = Pattern.compile(" {2,}");
    private static final Pattern HEADS_AND_CROSSES = Pattern.compile("(.+) (?:Ö N|N Ö)");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.)] +");
    private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s,;:|–-]+|[\\s,;:|–-]+$");
    private static final Pattern PIECES = Pattern.compile(" *[,;|] *| +[–-] +| {2,}");

    @Override
    public boolean fits(List<Line> lines) {
        return lines.stream()
                .anyMatch(
                        line -> date(line).filter(OneLineLayout::namesCommittee).isPresent());
    }

    @Override
    public void read(List<Line> lines, Rows rows, Claims claims) {
        Columns columns = Columns.NONE;
        for (Line line : lines) {
            Columns heads = heads(line);
            if (heads != null) {
                columns = heads;
                claims.take(line);
            } else {
                Optional<Row> row = row(line, claims);
                row.ifPresent(columns::keepBackInDoubt);
                row.ifPresent(rows::add);
            }
        }
    }

    private static Columns heads(Line line) {
        Columns wide = Columns.headedBy(List.of(WIDE_GAP.split(line.text())));
        if (wide != null) {
            return wide;
        }
        Matcher crosses = HEADS_AND_CROSSES.matcher(line.text());
        if (line.text().length() <= MAX_LENGTH && crosses.matches() && ColumnHead.areAll(crosses.group(1))) {
            return Columns.CROSSES;
        }
        return ColumnHead.areAll(line.text()) ? Columns.NONE : null;
    }

    private static Optional<GermanDate> date(Line line) {
        return line.text().length() > MAX_LENGTH
                ? Optional.empty()
                : GermanDate.in(line.text())
                        .map(GermanDate::whole)
                        .map(GermanDate::withDayBefore)
                        .map(OneLineLayout::withoutNumber);
    }

    private static GermanDate withoutNumber(GermanDate date) {
        return NUMBER.matcher(date.before() + " ").matches()
                ? new GermanDate(date.wording(), date.date(), "", date.after())
                : date;
    }

    private static boolean namesCommittee(GermanDate date) {
        return date.before().isEmpty() ? namesCommittee(date.after()) : CommitteeName.looksLike(date.before());
    }

    private static boolean namesCommittee(String behindDate) {
        return CommitteeName.looksLike(behindDate) && !MeetingName.looksLike(behindDate);
    }

    private static Optional<Row> row(Line line, Claims claims) {
        Optional<GermanDate> date = date(line).filter(OneLineLayout::namesCommittee);
        if (date.isPresent()) {
            return Optional.of(row(line, date.get(), claims));
        }
        Row undated = new Row(line.number());
        if (line.text().length() <= MAX_LENGTH && CommitteeName.looksLike(line.text())) {
            undated.organization(line.text());
            undated.hear(line);
            claims.take(line);
            return Optional.of(undated);
        }
        return Optional.empty();
    }

    private static Row row(Line line, GermanDate date, Claims claims) {
        Row row = new Row(line.number());
        row.date(date);
        boolean dateFirst = date.before().isEmpty();
        row.organization(name(dateFirst ? date.after() : date.before(), row));
        String behind = dateFirst ? "" : LOOSE_ENDS.matcher(date.after()).replaceAll("");
        boolean used =
                behind.isEmpty() || row.selfExplaining(behind) || MeetingName.looksLike(behind) && row.meeting(behind);
        String unused = used ? "" : unused(behind, row);
        row.hear(line);
        claims.takeAllBut(unused, line);
        return row;
    }

    /** A committee's name without the number of its line, and without what explains itself behind a comma. */
    private static String name(String words, Row row) {
        String name = LOOSE_ENDS.matcher(words).replaceAll("");
        String unnumbered = NUMBER.matcher(name).replaceFirst("");
        name = CommitteeName.looksLike(unnumbered) ? unnumbered : name;
        int comma = name.lastIndexOf(',');
        while (comma > 0 && row.selfExplaining(name.substring(comma + 1).strip())) {
            name = name.substring(0, comma).strip();
            comma = name.lastIndexOf(',');
        }
        return name;
    }

    /** What of the words behind a date the row has no use for. */
    private static String unused(String behind, Row row) {
        List<String> unused = Arrays.stream(PIECES.split(behind))
                .filter(piece -> !row.selfExplaining(piece))
                .toList();
        if (!unused.isEmpty()) {
            row.perhapsNonPublic(behind);
        }
        return String.join(", ", unused);
    }
}
