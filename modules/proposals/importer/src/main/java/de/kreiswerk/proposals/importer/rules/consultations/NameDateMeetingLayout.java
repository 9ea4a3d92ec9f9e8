package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.CommitteeName;
import de.kreiswerk.proposals.importer.words.GermanDate;
import java.util.List;

/**
 * The pieces of a consultation below each other, date and meeting sometimes missing or on one line.
 *
 * <pre>
 * Bauausschuss Vorberatung
 * 03.02.2026
 * Sitzung des Bauausschusses geändert beschlossen
 * Kreisausschuss Entscheidung
 * </pre>
 */
final class NameDateMeetingLayout implements ConsultationLayout {

    private static final int MAX_LENGTH = 500;

    @Override
    public boolean fits(List<Line> lines) {
        return true;
    }

    @Override
    public void read(List<Line> lines, Rows rows, Claims claims) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean dateBelow =
                    i + 1 < lines.size() && GermanDate.begins(lines.get(i + 1).text());
            if (line.text().length() > MAX_LENGTH) {
                continue;
            }
            if (ColumnHead.areAll(line.text())) {
                claims.take(line);
            } else if (!rows.isEmpty() && goesOn(rows.last(), line.text())) {
                rows.last().hear(line);
                claims.take(line);
            } else if (dateBelow || CommitteeName.looksLike(line.text())) {
                rows.add(begin(line));
                claims.take(line);
            }
        }
    }

    private static Row begin(Line line) {
        Row row = new Row(line.number());
        row.organization(line.text());
        row.hear(line);
        return row;
    }

    private static boolean goesOn(Row row, String words) {
        if (GermanDate.begins(words) && !row.hasDate()) {
            return dated(row, words);
        }
        boolean meeting = row.hasDate() && !row.hasMeeting() && MeetingName.looksLike(words) && row.meeting(words);
        return meeting || row.selfExplaining(words);
    }

    private static boolean dated(Row row, String words) {
        GermanDate date = GermanDate.in(words).orElseThrow();
        return row.date(words) || row.date(date) && row.meeting(date.after());
    }
}
