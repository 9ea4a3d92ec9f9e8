package de.kreiswerk.proposals.office;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Paper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A paper.
 *
 * @param language the reader's language
 * @param paper the paper
 * @param history where the trail shows what happened to it, null for who may not read that
 */
public record OfficePaperView(Locale language, Paper paper, String history) {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** The lang attribute of what the paper says, null when it is in the page's language. */
    public String foreign() {
        return OfficeTexts.foreign(language);
    }

    /** Day and time as the clocks of the county show them. */
    public String moment(Instant time) {
        boolean english = "en".equals(language.getLanguage());
        return DateTimeFormatter.ofPattern(
                        english ? "d MMM uuuu, HH:mm" : "dd.MM.uuuu, HH:mm 'Uhr'", english ? Locale.UK : Locale.GERMANY)
                .format(time.atZone(COUNTY));
    }

    /** Its title, or its number when it has none. */
    public String title() {
        return paper.document().name() == null
                ? paper.reference()
                : paper.document().name();
    }

    /** How far it is, in words. */
    public String state() {
        return in(OfficeTexts.state(paper.state()));
    }

    /** How that looks. */
    public String look() {
        return OfficeTexts.look(paper.state());
    }

    /** Whether citizens may see earlier versions as well. */
    public boolean hasEarlierVersions() {
        return publicPage() != null && paper.version() > 1;
    }

    /** Where citizens see it, null while they do not. */
    public String publicPage() {
        return paper.state() == Paper.State.PUBLISHED ? "/vorlagen/" + paper.slug() : null;
    }
}
