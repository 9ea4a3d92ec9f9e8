package de.kreiswerk.proposals.wordkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that say that something is not for everyone. They come in many forms: spelled out or short, set wide, with a blank or a
 * hyphen between, with an umlaut that is spelled out, an entity of HTML or lost on the way.
 */
public final class Secrecy {

    /**
     * Words of secrecy in a sentence.
     *
     * @param start where they begin
     * @param end where they end, endings included
     * @param attribute whether they are bent, as before a noun: {@code nichtöffentlichen}
     * @param certain whether they do not belong to a noun other than an attachment: {@code nichtöffentliche Sitzung}
     */
    public record Words(int start, int end, boolean attribute, boolean certain) {}

    /** How patterns with words of secrecy in them are compiled. */
    public static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final String O_UMLAUT = "(?:ö|o\\x{308}|oe|&ouml;|&#246;|&#xf6;|ã¶|[\\x{FFFD}\\x{4E7}?])";
    private static final String BETWEEN = "(?:[\\s_/\\x{2010}-\\x{2015}-]|&nbsp;|&#160;|&#xa0;|&shy;|<br ?/?>){0,5}";

    /** „öffentlich“, „öff.“, „ö f f e n t l i c h“. */
    public static final String OPEN = O_UMLAUT + "\\s?f\\s?f(?:\\s?e\\s?n\\s?t\\s?l|\\b)";

    // Names of files join words with "_", which is none of their letters.
    private static final String FROM = "(?<![\\p{L}\\p{M}\\d])";
    private static final String TO = "(?![\\p{L}\\p{M}\\d])";

    /** What stands for „nichtöffentlich“, from its first letter on; its endings may follow. */
    public static final String WORDS = "n\\s?i\\s?c\\s?h\\s?t" + BETWEEN + OPEN
            + "|nicht (?:für die|für eine|zur|in|im) öffentl|ausschlu(?:ss|ß) der öffentlichkeit"
            + "|nicht" + BETWEEN
            + "offentl|öffentlich\\p{L}*\\s?[:?=]\\s?nein\\b|" + FROM + "n-ö" + TO + "|" + FROM + "non-?public" + TO
            + "|" + FROM + "confidential" + TO
            + "|" + FROM + "n\\.\\s?öff|" + FROM + "n\\.\\s?ö" + TO + "|" + FROM + "n(?:ö|o\\x{308})" + TO
            + "|v\\s?e\\s?r\\s?t\\s?r\\s?a\\s?u\\s?l\\s?(?:i\\s?c\\s?h|\\.)"
            + "|" + FROM + "geheim(?:h|" + TO + ")|" + FROM + "vs[ _-]?nfd" + TO
            + "|verschlusssache|dienstgebrauch|dienstlichen gebrauch"
            + "|nicht (?:(?:zur|für die) (?:veröffentlichung|weitergabe)|(?:zu )?veröffentlich)"
            + "|" + FROM + "intern" + TO + "|internen gebrauch"
            + "|nur für (?:die )?\\p{L}{0,20}(?:mitglieder|abgeordnete|mandatsträger)";

    /** Finds words of secrecy anywhere; {@link #isIn} is much faster. */
    public static final Pattern SECRET = Pattern.compile(WORDS, FLAGS);

    // Plans are laid out, works put out to tender, homes funded and roads dedicated: that is not about who may read.
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "(?:ich(?:e[nrms]?)?)?(?:[ -](?:aus(?:zu|ge)?(?:leg|lieg|schreib|schrieb)|geförder|förder|gewidmet|rechtlich"
                    + "|stellen?\\b|verkehr|straßen?\\b|wegen?\\b|wege\\b|flächen?\\b|gewässer))",
            FLAGS);

    private static final Pattern ENDING = Pattern.compile("(?<bent>(?:ich)?e[nrms]?(?!\\p{L}))|\\p{L}*", FLAGS);
    private static final Pattern NOUN = Pattern.compile("(?: \\p{Ll}\\p{L}{0,30}){0,4} (?!Anl|ANL)\\p{Lu}\\p{L}+");

    private Secrecy() {}

    /** All words of secrecy in a sentence but those that are about another matter. */
    public static List<Words> in(String sentence) {
        List<Words> found = new ArrayList<>();
        Matcher secret = matcher(sentence);
        Matcher other = OTHER_MATTER.matcher(sentence);
        Matcher ending = ENDING.matcher(sentence);
        Matcher noun = NOUN.matcher(sentence);
        for (int from = 0; find(secret, sentence, from); from = secret.end()) {
            if (!looksAt(other, secret.end(), sentence)) {
                looksAt(ending, secret.end(), sentence);
                boolean bent = ending.group("bent") != null;
                boolean certain = !bent || !looksAt(noun, ending.end(), sentence);
                found.add(new Words(secret.start(), ending.end(), bent, certain));
            }
        }
        return found;
    }

    /** Whether a text holds words of secrecy, be they about another matter. */
    public static boolean isIn(String text) {
        return find(matcher(text), text, 0);
    }

    private static Matcher matcher(String text) {
        return SECRET.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** As {@link Matcher#find(int)}, but tries only where words can begin: nearly all of a text is ruled out by its letters. */
    private static boolean find(Matcher secret, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (mayBegin(text, i) && secret.region(i, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the alternatives of {@link #WORDS} can begin here; each has its first letters in this list. */
    private static boolean mayBegin(String text, int at) {
        return switch (folded(text, at)) {
            case 'n' -> isNext(text, at + 1, "iöo.-", 'i') || begins("nur für", text, at);
            case 'v' -> isNext(text, at + 1, "es", 'e');
            case 'a' -> begins("ausschlu", text, at);
            case 'c' -> begins("confidential", text, at);
            case 'd' -> begins("dienst", text, at);
            case 'g' -> begins("geheim", text, at);
            case 'i' -> begins("intern", text, at);
            case 'ö' -> begins("öffentlich", text, at);
            default -> false;
        };
    }

    /** Whether one of some letters comes next, or another one behind a blank. */
    private static boolean isNext(String text, int at, String letters, char behindBlank) {
        char next = folded(text, at);
        boolean blank = Character.isWhitespace(next) || Character.isSpaceChar(next);
        return letters.indexOf(next) >= 0 || blank && folded(text, at + 1) == behindBlank;
    }

    private static boolean begins(String word, String text, int at) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Upper and lower case alike, as patterns take them; 0 behind the end. */
    private static char folded(String text, int at) {
        return at < text.length() ? Character.toLowerCase(Character.toUpperCase(text.charAt(at))) : 0;
    }

    private static boolean looksAt(Matcher matcher, int from, String sentence) {
        return matcher.region(from, sentence.length()).lookingAt();
    }
}
