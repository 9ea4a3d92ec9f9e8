package de.kreiswerk.proposals.web.view;

import de.kreiswerk.core.api.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Tells our own words, which are in the reader's language, from those of documents, which are German. */
public final class Phrases {

    private final Locale language;
    private final boolean german;

    /**
     * Speaks.
     *
     * @param language the reader's language
     */
    public Phrases(Locale language) {
        this.language = language;
        this.german = !"en".equals(language.getLanguage());
    }

    /** Whether the reader reads German. */
    public boolean german() {
        return german;
    }

    /** Our own words. */
    public Words own(Text text) {
        return own(text.in(language));
    }

    /** Our own words, already in the reader's language. */
    public Words own(String words) {
        return new Words(words, null);
    }

    /** A document's words, null when there are none. */
    public Words document(String words) {
        return present(words) ? new Words(words, foreign()) : null;
    }

    /** A document's words, without empty ones. */
    public List<Words> documents(List<String> words) {
        return words.stream().map(this::document).filter(Objects::nonNull).toList();
    }

    /** A document's paragraphs, which empty lines part. */
    public List<Words> paragraphs(String text) {
        return documents(Arrays.asList(text.split("\n\\s*\n")));
    }

    /** The document's own wording to a German reader, because it is more exact; otherwise what the code means. */
    public Words coded(Map<String, Text> meanings, String code, String wording) {
        Text meaning = code == null ? null : meanings.get(code);
        if (present(wording) && (german || meaning == null)) {
            return document(wording);
        }
        return meaning == null ? null : own(meaning);
    }

    /** A labelled value; it is "not stated" when it is null. */
    public Fact fact(Text label, Words value) {
        return new Fact(label.in(language), value == null ? List.of() : List.of(value));
    }

    /** The lang attribute of a document's words. */
    public String foreign() {
        return german ? null : "de";
    }

    /** Whether there is more than blanks. */
    public static boolean present(String words) {
        return words != null && !words.isBlank();
    }
}
