package de.kreiswerk.proposals.importer.words;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.wordkit.Secrecy;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public or not, written out or as the letters Ö and N. What is not understood counts as public further on, so that words of
 * secrecy are found wherever they stand.
 */
public final class VisibilityWording {

    private static final Set<String> PUBLIC = Set.of("öffentlich", "ö");
    private static final Set<String> NON_PUBLIC = Set.of(
            "nichtöffentlich",
            "nicht öffentlich",
            "nicht-öffentlich",
            "n.ö.",
            "n. ö.",
            "vertraulich",
            "streng vertraulich",
            "geheim",
            "vs-nfd",
            "nur für den dienstgebrauch",
            "vs - nur für den dienstgebrauch",
            "vs – nur für den dienstgebrauch");
    private static final Set<String> NON_PUBLIC_LETTERS = Set.of("nö", "n");

    private static final Pattern OPENLY = Pattern.compile("(?<!ver)" + Secrecy.OPEN, Secrecy.FLAGS);

    private static final Pattern LETTER_AND_WORD =
            Pattern.compile("(?<letter>nö|n|ö) ?(?:[-–=:,] ?(?<word>[^()]{1,20})|\\((?<inBrackets>[^()]{1,20})\\))");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{1,40})[)\\]]");

    private static final String MARK = "(?<mark>NÖ?|Ö|(?:[Nn]icht[ -]?)?öffentlich)";
    private static final Pattern MARK_BEHIND = Pattern.compile("(?<name>.*?[\\p{L}\\d)\\]])"
            + "(?:\\s*[,;:|]\\s*|\\s+(?:[–—-]\\s*)?|(?=[(\\[]))[(\\[]?" + MARK + "[)\\]]?(?:\\s*[,;:|–—-])?");
    private static final Pattern MARK_IN_BRACKET = Pattern.compile(
            "(?<name>.*[(\\[][^()\\[\\]]*[^\\s,;–—-])(?:\\s*[,;]\\s*|\\s+[–—-]\\s+)" + MARK + "(?<end>[)\\]])");
    private static final Pattern MARK_BEFORE =
            Pattern.compile("[(\\[]?" + MARK + "(?:[)\\]]|(?=[\\s,;:|]))[\\s,;:|–—-]*(?<name>\\p{L}.*)");
    private static final Pattern LETTER_APART = Pattern.compile("(?:^|[(\\[,;:|/]|\\s[–—-])\\s*NÖ?(?![\\p{L}\\d.-])"
            + "|(?<![\\p{L}\\d.-])NÖ?\\s*(?:$|[)\\],;:|/]|\\s[–—-])");

    private static final String ATTACHMENTS = "(?:anlagen|anlage/n|anlage\\(n\\)|anlagen/n|anlagenverzeichnis)";
    private static final Pattern BEFORE_ATTACHMENTS =
            Pattern.compile("(nicht[ -]?öffentlich|öffentlich|vertraulich)e (?:" + ATTACHMENTS + "|anlage)");
    private static final Pattern BEHIND_ATTACHMENTS =
            Pattern.compile(ATTACHMENTS + " ?(?:[-–,] )?(?:\\((?<inBrackets>[^()]{1,20})\\)|(?<word>[^()]{1,20}))");

    // With a verb it is a sentence: "Nichtöffentlich sind die Anlagen: 2 und 3".
    private static final Pattern OF_SECRET_ATTACHMENTS = Pattern.compile(
            "(?:" + ATTACHMENTS + "|anlage) ?(?:\\([^()]{1,60}\\)|[-–,] ?(?:" + Secrecy.WORDS + ")[^()\\d]{0,60})"
                    + "|(?:(?:die|weitere|liste der|verzeichnis der) )?(?:" + Secrecy.WORDS
                    + ")\\p{L}*(?: (?!(?:sind|ist|werden|wird|bleiben|bleibt)\\b)\\p{L}+){0,3} (?:"
                    + ATTACHMENTS + "|anlage)(?: ?\\([^()]{1,60}\\))?",
            Secrecy.FLAGS);

    private static final Pattern BRACKET_OF_SECRECY =
            Pattern.compile("\\([^()]*(?:" + Secrecy.WORDS + ")[^()]*\\)", Secrecy.FLAGS);
    private static final Pattern WORD_OF_SECRECY = Pattern.compile("(?:" + Secrecy.WORDS + ")\\p{L}*", Secrecy.FLAGS);
    private static final int LONGEST_STAMP = 80;
    private static final String STAMP =
            "\\p{L}|streng|nur|für|den|vs|diese|ist|\\p{L}{0,20}vorlage|drucksache|unterlage|sitzung|bestimmt";
    private static final Pattern BESIDE_STAMP = beside(STAMP);
    private static final Pattern BESIDE_STAMP_IN_HEAD =
            beside(STAMP + "|zu|behandeln|beraten|in|nr|teil|\\p{L}{0,20}(?:mitteilung|antrag|anfrage|bericht)");
    private static final Pattern BRACKET_AT_END = Pattern.compile("[(\\[]([^()\\[\\]]{1,80})[)\\]][^\\p{L}\\d]*$");
    private static final Pattern BEHIND_DASH = Pattern.compile("(?s).*\\s[-–—]\\s(.+)");
    private static final Pattern STOPS_AT_END = Pattern.compile("[\\s,;:.!–—-]+$");
    private static final int LONGEST_END = 120;
    private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s,;:–-]+|(?<![\\s,;:–-])[\\s,;:–-]+$");
    private static final String SEPARATORS = "-–,;:|";

    private VisibilityWording() {}

    /** The visibility that is all that the words say: {@code N}, {@code nichtöffentlich}, {@code N (nichtöffentlich)}. */
    public static Optional<Visibility> of(String words) {
        String plain = Wording.plain(words).strip();
        Matcher both = LETTER_AND_WORD.matcher(plain);
        if (both.matches()) {
            String word = both.group("word") == null ? both.group("inBrackets") : both.group("word");
            return single(word).filter(stated -> single(both.group("letter")).orElseThrow() == stated);
        }
        Matcher bracket = IN_BRACKETS.matcher(plain);
        return single(bracket.matches() ? bracket.group(1).strip() : plain);
    }

    private static Optional<Visibility> single(String plain) {
        if (PUBLIC.contains(plain)) {
            return Optional.of(Visibility.PUBLIC);
        }
        boolean secret = NON_PUBLIC.contains(plain) || NON_PUBLIC_LETTERS.contains(plain);
        return secret ? Optional.of(Visibility.NON_PUBLIC) : Optional.empty();
    }

    /** The visibility of a meeting whose name says it: {@code Nichtöffentliche Sitzung des …}. */
    public static Optional<Visibility> ofMeeting(String name) {
        String start = Wording.plain(name.substring(0, Math.min(30, name.length())));
        if (start.startsWith("nichtöffentliche sitzung") || start.startsWith("nicht öffentliche sitzung")) {
            return Optional.of(Visibility.NON_PUBLIC);
        }
        return start.startsWith("öffentliche sitzung") ? Optional.of(Visibility.PUBLIC) : Optional.empty();
    }

    /** The visibility of all attachments below a label: {@code Nichtöffentliche Anlagen}, {@code Anlagen (nichtöffentlich):}. */
    public static Optional<Visibility> ofAttachments(String label) {
        String plain = withoutColon(Wording.plain(label));
        Matcher before = BEFORE_ATTACHMENTS.matcher(plain);
        if (before.matches()) {
            return single(before.group(1));
        }
        Matcher behind = BEHIND_ATTACHMENTS.matcher(plain);
        return behind.matches()
                ? single(behind.group("word") == null ? behind.group("inBrackets") : behind.group("word"))
                : Optional.empty();
    }

    /** Whether a label speaks of secret attachments in other words: {@code Anlagen (nichtöffentlicher Teil)}. */
    public static boolean labelsSecretAttachments(String label) {
        String plain = withoutColon(Wording.plain(label));
        return plain.contains("anlage")
                && ofAttachments(plain).isEmpty()
                && speaksOfSecrecy(plain)
                && OF_SECRET_ATTACHMENTS.matcher(plain).matches();
    }

    /** The words without a colon at their end. */
    public static String withoutColon(String words) {
        return words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
    }

    /** Whether words hold „nichtöffentlich“, „vertraulich“ or the like, in whatever form and wherever. */
    public static boolean speaksOfSecrecy(String words) {
        return Secrecy.isIn(words);
    }

    /** Whether words are a stamp, whatever stands around it: {@code – VERTRAULICH! –}, {@code Nichtöffentliche Vorlage}. */
    public static boolean isStamp(String words) {
        return isStamp(words, BESIDE_STAMP);
    }

    /** Whether words are a stamp where no sentence can be broken onto lines: {@code Vertraulich zu behandeln!} as well. */
    public static boolean isStampInHead(String words) {
        return isStamp(words, BESIDE_STAMP_IN_HEAD);
    }

    /** Whether a title or a number has a stamp behind it: {@code Verkauf (nichtöffentlich)}, {@code Verkauf – vertraulich –}. */
    public static boolean hasStampBehind(String words) {
        String end = words.substring(Math.max(0, words.length() - LONGEST_END));
        String bare = STOPS_AT_END.matcher(end).replaceFirst("");
        Matcher bracket = BRACKET_AT_END.matcher(end);
        Matcher dash = BEHIND_DASH.matcher(bare);
        return bracket.find() && isStampInHead(bracket.group(1))
                || dash.matches() && isStampInHead(dash.group(1))
                || behind(bare).isPresent();
    }

    private static boolean isStamp(String words, Pattern beside) {
        return words.length() <= LONGEST_STAMP
                && !TickBox.isUnticked(words)
                && speaksOfSecrecy(words)
                && beside.matcher(WORD_OF_SECRECY.matcher(words).replaceAll(" "))
                        .matches();
    }

    private static Pattern beside(String words) {
        return Pattern.compile("(?:[^\\p{L}]++|\\b(?:" + words + ")\\b)*", Secrecy.FLAGS);
    }

    /** Whether words hold „öffentlich“ without a not before it. */
    public static boolean speaksOfPublic(String words) {
        return OPENLY.matcher(Secrecy.SECRET.matcher(words).replaceAll("")).find();
    }

    /** Whether words are a letter for non-public with more behind it: {@code N, Vertrag}. */
    public static boolean beginsNonPublic(String words) {
        String first = words.strip().split("[^\\p{L}]", 2)[0];
        return NON_PUBLIC_LETTERS.contains(first.toLowerCase(Locale.GERMAN));
    }

    /** A name with „nichtöffentlich“ behind it, cut in two where a dash, a comma or the like stands between. */
    public static Optional<Wording.Tail> behind(String name) {
        return Wording.tail(NON_PUBLIC, name)
                .filter(tail -> tail.before().length() > 1)
                .filter(tail ->
                        SEPARATORS.indexOf(tail.before().charAt(tail.before().length() - 1)) >= 0)
                .map(tail -> new Wording.Tail(LOOSE_ENDS.matcher(tail.before()).replaceAll(""), tail.wording()))
                .filter(tail -> !tail.before().isEmpty());
    }

    /** A committee's name with a mark behind it, cut in two: {@code Kreisausschuss (Beratung) N}, {@code Rat (Beratung, N)}. */
    public static Optional<Wording.Tail> markBehind(String name) {
        Matcher inBracket = MARK_IN_BRACKET.matcher(name);
        if (inBracket.matches()) {
            String bracket = inBracket.group("name") + inBracket.group("end");
            return Optional.of(new Wording.Tail(bracket, inBracket.group("mark")));
        }
        return mark(MARK_BEHIND.matcher(name));
    }

    /** A committee's name with a mark before it: {@code (N) Kreisausschuss}. */
    public static Optional<Wording.Tail> markBefore(String name) {
        return mark(MARK_BEFORE.matcher(name));
    }

    private static Optional<Wording.Tail> mark(Matcher marked) {
        return marked.matches()
                ? Optional.of(new Wording.Tail(marked.group("name"), marked.group("mark")))
                : Optional.empty();
    }

    /** Whether a capital N stands apart from other words, in a bracket or beside a comma, a slash or the like: {@code Ö/N}. */
    public static boolean hasLetterApart(String words) {
        return LETTER_APART.matcher(words).find();
    }

    /** A short name without all words of secrecy, so that it can be compared with one that never had any. */
    public static String without(String name) {
        if (!speaksOfSecrecy(name)) {
            return name;
        }
        String bare = BRACKET_OF_SECRECY.matcher(name).replaceAll(" ");
        bare = WORD_OF_SECRECY.matcher(bare).replaceAll(" ");
        bare = LOOSE_ENDS.matcher(bare).replaceAll("").replaceAll("\\s+", " ");
        return bare.isEmpty() ? name : bare;
    }
}
