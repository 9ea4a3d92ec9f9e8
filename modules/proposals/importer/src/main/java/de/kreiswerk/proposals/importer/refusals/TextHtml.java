package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.importer.refusals.RawText.RawRule;
import java.util.Locale;
import java.util.stream.Stream;

/** A text that begins like a web page, or in which tags make up a quarter. */
final class TextHtml implements RawRule {

    private static final int FEW_TAGS = 5;

    @Override
    public void admit(String text) {
        int first = 0;
        while (Character.isWhitespace(text.charAt(first)) || text.charAt(first) == '\uFEFF') {
            first++;
        }
        if (beginsLikePage(text, first) || isMostlyTags(text)) {
            throw Refusal.unprocessable(
                    "text-html",
                    RawText.lineAt(text, first),
                    new Text(
                            "Das ist HTML. Bitte die Seite im Browser öffnen und ihren Text ohne Formatierung kopieren,"
                                    + " oder die Vorlage als Text oder Markdown speichern.",
                            "This is HTML. Please open the page in a browser and copy its plain text, or save the"
                                    + " proposal as text or Markdown."));
        }
    }

    private static boolean beginsLikePage(String text, int first) {
        String beginning =
                text.substring(first, Math.min(first + 20, text.length())).toLowerCase(Locale.ROOT);
        return Stream.of("<!doctype html", "<html", "<head>", "<body", "<?xml").anyMatch(beginning::startsWith);
    }

    private static boolean isMostlyTags(String text) {
        int tags = 0;
        long inTags = 0;
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                open = opensTag(text, i) ? i : -1;
            } else if (c == '>' && open >= 0) {
                tags++;
                inTags += i - open + 1;
                open = -1;
            }
        }
        return tags >= FEW_TAGS && inTags * 4 > text.length();
    }

    private static boolean opensTag(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return next == '/' || next == '!' || Character.isLetter(next);
    }
}
