package de.kreiswerk.proposals.service;

import java.util.regex.Pattern;

/** What one clause of a result says, in small letters and without signs. */
enum ResultClause {
    /** How the matter ended. */
    ENDED,
    /** How many were for it, and nothing else. */
    VOTED,
    /** That it was put off or taken away. */
    PUT_OFF,
    /** That putting it off was moved or decided: with a decision beside it, that was the decision. */
    TO_PUT_OFF,
    /** Something about another motion, or one that failed. */
    ASIDE,
    /** Part of an answer, or the opposite of one. */
    AMBIGUOUS,
    /** Nothing about it. */
    SILENT;

    /** What is not the matter itself, though it is voted on. */
    private static final Pattern SIDE_MOTION =
            holding("\\p{L}*(?:änderungs|ergänzungs|zusatz|geschäftsordnungs|verfahrens|gegen)antr(?:ags?|ages|ägen?)"
                    + "|zur geschäftsordnung|(?:schluss|ende) der (?:debatte|aussprache|rednerliste|redeliste)"
                    + "|(?:getrennte|geheime|namentliche) abstimmung|dringlichkeit|rederecht|unterbrechung"
                    + "|(?:erweiterung|änderung|ergänzung) der tagesordnung");

    private static final Pattern MOTION = holding("\\p{L}*antr(?:ags?|ages|äge|ägen)");

    private static final Pattern ONLY_WHEN = Pattern.compile(
            "(?:bis|wenn|sobald|nachdem|weil|da|damit|obwohl|sofern|falls|bevor|solange) .*", Pattern.DOTALL);

    private static final Pattern PUTTING_OFF = holding(
            "vertagen|vertagung|\\p{L}*(?:vertagungs|verweisungs|absetzungs)antr(?:ags?|ages)|absetzen|abzusetzen"
                    + "|absetzung|zurück(?:zu)?stellen|zurückstellung|zurück(?:zu)?verweisen|(?:zu)?rückverweisung|verweisen"
                    + "|verweisung|überweisen|(?:rück)?überweisung|verschieben|verschiebung|aussetzen|auszusetzen"
                    + "|nichtbefassung|zurück(?:zu)?ziehen|rücknahme|zurücknahme|übergang zur tagesordnung");

    private static final Pattern LEFT_FOR_LATER = holding(
            "vertagt|abgesetzt|zurückgestellt|zurückverwiesen|weiterverwiesen|verwiesen|(?:zurück|rück)?überwiesen"
                    + "|zurückgezogen|zurückgenommen|verschoben|geschoben|ausgesetzt|weitergeleitet|abgebrochen"
                    + "|nicht (?:behandelt|beraten|aufgerufen|abgestimmt|erörtert)|von der tagesordnung genommen"
                    + "|verweist|überweist|verschiebt|stellt .*zurück|setzt .*(?:ab|aus)|zieht .*zurück");

    /** Says how a matter was left, unless a verdict stands beside it. */
    private static final Pattern WITHOUT = holding(
            "ohne (?:beschluss|beschlussfassung|abstimmung)|keine (?:beschlussfassung|abstimmung)|kein beschluss");

    private static final Pattern REFERS_TO_MINUTES = Pattern.compile(
            "(?!.*\\b(?:an|in) (?:den|die|das)\\b).*\\bauf\\b.*\\bverw(?:iesen|eist)\\b.*", Pattern.DOTALL);

    private static final Pattern NOTHING_TO_DECIDE =
            holding("keine? (?:beschlussfassung|beschluss|abstimmung) (?:erforderlich|notwendig|nötig)"
                    + "|ohne beschlussempfehlung");

    private static final Pattern VERDICT =
            holding("beschlossen|abgelehnt|angenommen|zugestimmt|empfohlen|kenntnis|kenntnisnahme|genehmigt|gewählt"
                    + "|bestätigt|verabschiedet|gebilligt|befürwortet|festgestellt|zurückgewiesen|gefolgt|entsprochen"
                    + "|beschließt|beschliesst|empfiehlt|billigt|lehnt .*ab|stimmt .*zu|nimmt .*an"
                    + "|\\p{L}*beschluss (?:.*)gefasst|(?:einstimmige|mehrheitliche)[rs]?"
                    + " (?:beschluss|zustimmung|annahme|ablehnung|empfehlung|beschlussempfehlung)");

    private static final Pattern REFUSED =
            holding("abgelehnt|lehnt .*ab|ablehnung|nicht (?:gefolgt|angenommen|zugestimmt|entsprochen|beschlossen)"
                    + "|keine mehrheit|zurückgezogen|zurückgenommen|zurückgewiesen|scheitert|gescheitert");

    private static final Pattern OPPOSITE = holding(
            "nicht (?:\\p{L}+ )?(?:beschlossen|abgelehnt|angenommen|zugestimmt|empfohlen|genehmigt|gewählt|bestätigt|gefolgt"
                    + "|entsprochen|verabschiedet|gebilligt|befürwortet|festgestellt|gefasst|vertagt|abgesetzt"
                    + "|zurückgestellt|zurückgezogen|verwiesen)|keine mehrheit");

    private static final Pattern TENTATIVE =
            holding("soll|sollen|sollte|sollten|möge|würde|könnte|vorgesehen|geplant|beantragt|voraussichtlich");

    private static final Pattern PARTLY = holding("teilweise|in teilen|zum teil|teils|im übrigen|ansonsten|nur"
            + "|(?:punkt|punkte|ziffer|ziffern|nummer|nr|absatz|buchstabe) (?:\\p{N}+|\\p{L}|[ivx]+)");

    private static final Pattern VOTE = holding("(?:einstimmig|mehrheitlich)\\p{L}*");

    static ResultClause of(String clause) {
        if (ONLY_WHEN.matcher(clause).matches()) {
            return SILENT;
        }
        if (is(PUTTING_OFF, clause)) {
            return is(REFUSED, clause) ? ASIDE : TO_PUT_OFF;
        }
        if (is(SIDE_MOTION, clause)) {
            return ASIDE;
        }
        return is(NOTHING_TO_DECIDE, clause) ? ENDED : ofMatter(clause);
    }

    private static ResultClause ofMatter(String clause) {
        boolean verdict = is(VERDICT, clause);
        boolean putOff =
                is(LEFT_FOR_LATER, clause) && !REFERS_TO_MINUTES.matcher(clause).matches();
        boolean doubtful = is(OPPOSITE, clause) || (verdict || putOff) && is(TENTATIVE, clause);
        if (doubtful || verdict && (putOff || is(PARTLY, clause))) {
            return AMBIGUOUS;
        }
        if (verdict) {
            return ENDED;
        }
        if (putOff || is(WITHOUT, clause)) {
            return PUT_OFF;
        }
        return is(VOTE, clause) ? VOTED : SILENT;
    }

    /** Whether a clause names a motion and does not say yet what became of it. */
    static boolean isMotionWithoutVerdict(String clause) {
        return is(MOTION, clause) && !is(VERDICT, clause) && !is(REFUSED, clause) && !is(LEFT_FOR_LATER, clause);
    }

    private static boolean is(Pattern pattern, String clause) {
        return pattern.matcher(clause).find();
    }

    /** Finds whole words. */
    private static Pattern holding(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", Pattern.DOTALL);
    }
}
