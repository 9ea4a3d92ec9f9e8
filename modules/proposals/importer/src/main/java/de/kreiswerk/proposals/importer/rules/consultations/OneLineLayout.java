package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.CommitteeName;
import de.kreiswerk.proposals.importer.words.GermanDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A consultation a line, with blanks between committee and date, in either order.
 *
 * <pre>
 * Gremium                   Termin       Status
 * Bauausschuss (Beratung)   03.02.2026   Ö
 * 10.02.2026 Kreisausschuss Vorberatung
 * </pre>
 */
final class OneLineLayout implements ConsultationLayout {

    private static final int MAX_LENGTH = 500;
    private static final Pattern WIDE_GAP = Pattern.compile(" {2,}");

    @Override
    public boolean fits(List<Line> lines) {
        return lines.stream()
                .anyMatch(
                        line -> date(line).filter(OneLineLayout::namesCommittee).isPresent());
    }

    @Override
    public void read(List<Line> lines, Rows rows, Claims claims) {
        for (Line line : lines) {
            if (Columns.headedBy(List.of(WIDE_GAP.split(line.text()))) != null) {
                claims.take(line);
            } else {
                row(line, claims).ifPresent(rows::add);
            }
        }
    }

    private static Optional<GermanDate> date(Line line) {
        return line.text().length() > MAX_LENGTH ? Optional.empty() : GermanDate.in(line.text());
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
        row.organization(dateFirst ? date.after() : date.before());
        String behind = dateFirst ? "" : date.after();
        boolean used =
                behind.isEmpty() || row.selfExplaining(behind) || MeetingName.looksLike(behind) && row.meeting(behind);
        if (!used) {
            row.perhapsNonPublic(behind);
        }
        row.hear(line);
        claims.takeAllBut(used ? "" : behind, line);
        return row;
    }
}
