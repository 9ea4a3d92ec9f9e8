package de.kreiswerk.proposals.office;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.PaperSummary;
import java.util.List;
import java.util.Locale;

/**
 * The papers.
 *
 * @param language the reader's language
 * @param search what was looked for, empty for everything
 * @param all whether the reader sees those of all departments
 * @param papers those of the page
 * @param next where more of them are, null when there are none
 */
public record OfficeListView(Locale language, String search, boolean all, List<PaperSummary> papers, String next) {

    public static final String SEARCH = "suche";
    static final String AFTER = "nach";

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** The lang attribute of what papers say, null when it is in the page's language. */
    public String foreign() {
        return OfficeTexts.foreign(language);
    }

    /** Its title, or its number when it has none. */
    public String name(PaperSummary paper) {
        return paper.name() == null ? paper.reference() : paper.name();
    }

    /** Where it is. */
    public String address(PaperSummary paper) {
        return OfficeServlet.BASE + "/" + paper.id();
    }

    /** How far it is, in words. */
    public String state(PaperSummary paper) {
        return in(OfficeTexts.state(paper.state()));
    }

    /** How that looks. */
    public String look(PaperSummary paper) {
        return OfficeTexts.look(paper.state());
    }
}
