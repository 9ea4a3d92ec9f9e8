package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of an attachment list.
 *
 * @param number its number, 0 when the list does not number it
 * @param name its name
 * @param visibility as stated, null when not
 * @param sizeWording the size in the document's words, null when not stated
 * @param assumed whether it counts as non-public without saying so where that is usually said
 */
record Entry(int number, String name, Visibility visibility, String sizeWording, boolean assumed) {

    private static final Pattern SIZE = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,3})? ?(?:B|Byte|Bytes|[KMG]i?B|[kK]B)");
    private static final Pattern BRACKET_IN_FRONT = Pattern.compile("\\(([^()]{1,60})\\) *[:–-]? *([\\p{L}\\d].*)");
    private static final Pattern LETTER_BEHIND = Pattern.compile("[\\s,;|_–-]NÖ?(?:\\.\\w{2,4})?$");
    private static final Pattern LETTER_IN_BRACKET = Pattern.compile("[(\\[]\\s*NÖ?\\s*[,;)\\]]|[,;]\\s*NÖ?\\s*[)\\]]");
    private static final Pattern LETTERS_IN_BRACKET = Pattern.compile("\\(\\s*[A-Z](?:\\s*,\\s*[A-Z]){1,20}\\s*\\)");
    private static final Pattern MORE_NUMBERS = Pattern.compile("(?:(?:und|sowie|bis|oder|u\\.|[&+/,]) ?)?\\d");
    private static final Pattern BRACKET_BEHIND = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]\\s*$");
    private static final int MAX_NAME = 500;

    /**
     * Reads a name and the brackets behind it that say who may see it and how large it is. Words of secrecy count wherever they
     * stand; they stay in the name where they cannot be told from it.
     */
    static Optional<Entry> of(int number, String words) {
        Entry entry = new Entry(number, inRoundBrackets(words.strip()), null, null, false);
        for (Entry next = entry.withoutBracket(); next != entry; next = entry.withoutBracket()) {
            entry = next;
        }
        boolean name = !entry.name.isEmpty() && entry.name.length() <= MAX_NAME;
        return name ? Optional.of(entry.withoutBracketInFront().withoutSecrecy(words)) : Optional.empty();
    }

    /** {@code Vertrag [N]} says the same as {@code Vertrag (N)}. */
    private static String inRoundBrackets(String words) {
        int open = words.endsWith("]") ? words.lastIndexOf('[') : -1;
        boolean visibility = open > 0
                && VisibilityWording.of(words.substring(open + 1, words.length() - 1))
                        .isPresent();
        return visibility
                ? words.substring(0, open) + "(" + words.substring(open + 1, words.length() - 1) + ")"
                : words;
    }

    /** Reads a number as lists write it; 0 when it is none. */
    static int number(String digits) {
        boolean number =
                digits.length() <= 5 && !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    /**
     * Whether what stands behind a number is about others as well: {@code 2 und 3 sind vertraulich}, {@code 2 - 3 vertraulich}. Taken for an
     * attachment, it would keep back itself and make those public. Of one attachment secrecy is said behind its name, set apart from it.
     */
    static boolean isRemark(String name) {
        if (name.length() > MAX_NAME || !MORE_NUMBERS.matcher(name).lookingAt()) {
            return false;
        }
        String bare = VisibilityWording.behind(name)
                .map(Wording.Tail::before)
                .orElseGet(() -> BRACKET_BEHIND.matcher(name).replaceFirst(""));
        return VisibilityWording.speaksOfSecrecy(bare);
    }

    boolean isNumbered() {
        return number > 0;
    }

    Entry numbered(int other) {
        return new Entry(other, name, visibility, sizeWording, assumed);
    }

    /** The name by which the same attachment is known elsewhere in a list. */
    String key() {
        return VisibilityWording.without(name);
    }

    /** What becomes of it below a label, or by a line of its own. Of two that contradict each other the one counts that keeps it back. */
    Entry under(Label label) {
        if (label.visibility() == null || visibility == Visibility.NON_PUBLIC) {
            return this;
        }
        boolean secret = label.visibility() == Visibility.NON_PUBLIC;
        boolean contradicts = secret && visibility == Visibility.PUBLIC;
        return new Entry(
                number,
                name,
                secret ? Visibility.NON_PUBLIC : Visibility.PUBLIC,
                sizeWording,
                assumed || contradicts || secret && !label.usual());
    }

    NamedAttachment attachment() {
        return new NamedAttachment(number, name, visibility, sizeWording);
    }

    // Every bracket is read once at most, so that this ends after two rounds.
    private Entry withoutBracket() {
        int open = name.lastIndexOf('(');
        if (open < 0 || !name.endsWith(")")) {
            return this;
        }
        String inside = name.substring(open + 1, name.length() - 1).strip();
        String before = name.substring(0, open).strip();
        Optional<Visibility> stated = VisibilityWording.of(inside);
        if (stated.isPresent() && visibility == null) {
            return new Entry(number, before, stated.get(), sizeWording, assumed);
        }
        if (SIZE.matcher(inside).matches() && sizeWording == null) {
            return new Entry(number, before, visibility, inside, assumed);
        }
        return this;
    }

    private Entry withoutBracketInFront() {
        Matcher bracket = BRACKET_IN_FRONT.matcher(name);
        Optional<Visibility> stated =
                visibility == null && bracket.matches() ? VisibilityWording.of(bracket.group(1)) : Optional.empty();
        return stated.map(found ->
                        new Entry(number, bracket.group(2), found, sizeWording, found == Visibility.NON_PUBLIC))
                .orElse(this);
    }

    private Entry withoutSecrecy(String words) {
        if (visibility == Visibility.NON_PUBLIC) {
            return this;
        }
        boolean letter = visibility == null && LETTER_BEHIND.matcher(name).find();
        // Nitrogen among other elements, where it is said in words that it is public.
        boolean open = visibility == Visibility.PUBLIC && VisibilityWording.speaksOfPublic(words);
        String rest = open ? LETTERS_IN_BRACKET.matcher(name).replaceAll(" ") : name;
        if (letter || LETTER_IN_BRACKET.matcher(rest).find()) {
            return new Entry(number, name, Visibility.NON_PUBLIC, sizeWording, true);
        }
        if (!VisibilityWording.speaksOfSecrecy(name)) {
            return this;
        }
        String bare = VisibilityWording.behind(name).map(Wording.Tail::before).orElse(name);
        return new Entry(number, bare, Visibility.NON_PUBLIC, sizeWording, true);
    }
}
