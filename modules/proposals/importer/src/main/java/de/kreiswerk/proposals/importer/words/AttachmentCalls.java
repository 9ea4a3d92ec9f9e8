package de.kreiswerk.proposals.importer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a sentence names attachments, and what it says about each of them right there. */
public final class AttachmentCalls {

    // A letter with a word behind a hyphen belongs to that: "Anlagen E-Mail und Vertrag".
    private static final String LABEL =
            "(?:\\d{1,3}(?:\\.\\d{1,2})*(?!\\d)[a-z]?\\b|(?:[IVX]{1,5}|[A-H])\\b(?!-\\p{L}{0,30}\\p{Ll}))";
    private static final String BRACKET = "(?: ?[\\[(][^()\\[\\]]{1,80}[)\\]])?";
    private static final String AND = " ?(?:(?:,|und|sowie|oder|bis|u\\.|[&+]|-|–|/) ?(?:(?:der|die|den) )?"
            + "|bis (?:(?:zur|zu|der|die) )?[Aa]nlage )";
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:[Aa]nlagen?|ANLAGEN?|Anl\\.)[ -]?(?:(?:Nr|Nrn|Nummern?)\\b\\.? ?)?(?<labels>" + LABEL + BRACKET
                    + "(?:"
                    + AND + LABEL + BRACKET + "){0,30})"
                    + "|\\b(?:[Aa]nlagen?|ANLAGEN?)\\b(?<behind>" + BRACKET + ")",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PART =
            Pattern.compile("(?<to>bis|-|–)? ?(?:(?:der|die|den|zur|zu) )?(?:[Aa]nlage )?(?<label>" + LABEL
                    + ")(?<behind>" + BRACKET + ")");

    private AttachmentCalls() {}

    /**
     * A place where attachments are named.
     *
     * @param start where it begins
     * @param end where it ends
     * @param parts each of them; empty when no number is named
     * @param behind what a bracket says behind a word without a number, may be empty
     */
    public record Call(int start, int end, List<Part> parts, String behind) {}

    /**
     * One attachment, or several in a row.
     *
     * @param labels their numbers or letters
     * @param behind what a bracket says behind it, may be empty
     */
    public record Part(List<AttachmentLabel> labels, String behind) {}

    /** All places in their order. */
    public static List<Call> in(String sentence) {
        List<Call> calls = new ArrayList<>();
        if (sentence.toLowerCase(Locale.GERMAN).contains("anl")) {
            Matcher call = CALL.matcher(sentence);
            while (call.find()) {
                String labels = call.group("labels");
                calls.add(new Call(
                        call.start(),
                        call.end(),
                        labels == null ? List.of() : parts(labels),
                        labels == null ? call.group("behind") : ""));
            }
        }
        return calls;
    }

    private static List<Part> parts(String labels) {
        List<Part> parts = new ArrayList<>();
        AttachmentLabel last = null;
        Matcher part = PART.matcher(labels);
        while (part.find()) {
            AttachmentLabel label = AttachmentLabel.of(part.group("label"));
            List<AttachmentLabel> all =
                    last == null || part.group("to") == null ? List.of(label) : AttachmentLabel.range(last, label);
            parts.add(new Part(all, part.group("behind")));
            last = label;
        }
        return parts;
    }
}
