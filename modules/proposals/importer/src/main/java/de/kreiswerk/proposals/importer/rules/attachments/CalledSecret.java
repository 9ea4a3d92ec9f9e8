package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.importer.words.AttachmentCalls;
import de.kreiswerk.proposals.importer.words.AttachmentCalls.Call;
import de.kreiswerk.proposals.importer.words.AttachmentCalls.Part;
import de.kreiswerk.proposals.importer.words.AttachmentLabel;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.wordkit.Secrecy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Attachments that running text calls non-public. Where a sentence names several, words of secrecy hold for those on whose side of a
 * comma they stand; in doubt they hold for both sides.
 *
 * @param labels the numbers or letters; empty where the sentence names none
 * @param certain whether this also counts against a list that says public
 * @param line the line in which they are named
 * @param sentence the sentence
 */
record CalledSecret(List<AttachmentLabel> labels, boolean certain, int line, String sentence) {

    private static final Pattern PUBLIC_BEFORE = Pattern.compile("(?iu)(?<!nicht[ -]|\\p{L})öffentlichen? $");
    private static final Pattern POINTS_BACK =
            Pattern.compile(" *(?:Diese|Dieser|Dieses|Sie|Er|Es|Beide|Letztere|Letzterer|Die Anlagen?) .*");
    private static final Pattern SAID_OF_ALL = Pattern.compile(" (?:ist|sind|bleibt|bleiben|wird|werden) [^,;:]{0,40}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;:]| [-–] ");
    private static final Pattern CONNECTED =
            Pattern.compile(" ?(?:,|und|sowie|oder|,? ?als auch|/|&)? ?(?:auch )?(?:die|der|den|zur|in)? ?");

    /** Reads sentences that follow each other. */
    static List<CalledSecret> in(List<Sentence> sentences) {
        List<CalledSecret> found = new ArrayList<>();
        List<Call> before = List.of();
        for (Sentence sentence : sentences) {
            List<Call> calls = AttachmentCalls.in(sentence.words());
            boolean named = calls.stream().anyMatch(call -> !call.parts().isEmpty());
            List<Secrecy.Words> secrets =
                    calls.isEmpty() && before.isEmpty() ? List.of() : Secrecy.in(sentence.words());
            if (!calls.isEmpty()) {
                new Reader(sentence, calls, secrets, found).read();
            }
            boolean pointsBack = !named && POINTS_BACK.matcher(sentence.words()).matches();
            if (pointsBack && !before.isEmpty() && !secrets.isEmpty()) {
                int at = secrets.get(0).start();
                found.add(new CalledSecret(
                        labels(before),
                        secrets.get(0).certain(),
                        sentence.lineAt(at),
                        sentence.words().strip()));
            }
            before = named ? calls : List.of();
        }
        return found;
    }

    private static List<AttachmentLabel> labels(List<Call> calls) {
        return calls.stream()
                .flatMap(call -> call.parts().stream())
                .flatMap(part -> part.labels().stream())
                .toList();
    }

    /** Reads one sentence: its calls in clusters that share what is said, and between them what is said. */
    private static final class Reader {

        private final Sentence sentence;
        private final String words;
        private final String quoted;
        private final List<Call> calls;
        private final List<Secrecy.Words> secrets;
        private final List<CalledSecret> found;
        private final boolean[] secretBefore;
        private final boolean[] openBefore;
        private int nextSecret;

        Reader(Sentence sentence, List<Call> calls, List<Secrecy.Words> secrets, List<CalledSecret> found) {
            this.sentence = sentence;
            this.words = sentence.words();
            this.quoted = words.strip();
            this.calls = calls;
            this.secrets = secrets;
            this.found = found;
            this.secretBefore = new boolean[calls.size()];
            this.openBefore = new boolean[calls.size()];
            lookBefore();
        }

        private void lookBefore() {
            int next = 0;
            for (int i = 0; i < calls.size(); i++) {
                int start = calls.get(i).start();
                while (next < secrets.size() && secrets.get(next).end() <= start) {
                    next++;
                }
                secretBefore[i] = next > 0 && isAttached(secrets.get(next - 1), start);
                openBefore[i] = PUBLIC_BEFORE
                        .matcher(words)
                        .region(Math.max(0, start - 20), start)
                        .find();
            }
        }

        private boolean isAttached(Secrecy.Words secret, int start) {
            return secret.end() <= start && words.substring(secret.end(), start).isBlank();
        }

        void read() {
            Said before = between(0, calls.get(0).start(), true);
            for (int first = 0; first < calls.size(); ) {
                int last = first;
                Said inside = Said.NOTHING;
                while (last + 1 < calls.size() && isOne(last)) {
                    inside = inside.and(
                            between(calls.get(last).end(), calls.get(last + 1).start(), true));
                    last++;
                }
                int end = calls.get(last).end();
                int next = last + 1 < calls.size() ? calls.get(last + 1).start() : words.length();
                skipTo(end);
                Said behind = between(end, next, false);
                tell(first, last, before, inside.and(behind));
                before = behind.forNext ? behind : Said.NOTHING;
                first = last + 1;
            }
        }

        private boolean isOne(int call) {
            if (secretBefore[call + 1] || openBefore[call + 1]) {
                return false;
            }
            String between =
                    words.substring(calls.get(call).end(), calls.get(call + 1).start());
            return !SEPARATOR.matcher(between).find()
                    || CONNECTED.matcher(between).matches();
        }

        private void skipTo(int place) {
            while (nextSecret < secrets.size() && secrets.get(nextSecret).start() < place) {
                nextSecret++;
            }
        }

        private Said between(int from, int to, boolean all) {
            skipTo(from);
            Said said = Said.NOTHING;
            for (; nextSecret < secrets.size() && secrets.get(nextSecret).start() < to; nextSecret++) {
                Secrecy.Words secret = secrets.get(nextSecret);
                boolean forNext = all
                        || secret.attribute()
                        || !SEPARATOR.matcher(words).region(secret.end(), to).find();
                boolean attached = isAttached(secret, to) && to < words.length();
                said = said.and(new Said(!attached, secret.certain() && !attached, forNext));
            }
            return said;
        }

        private void tell(int first, int last, Said before, Said said) {
            boolean attached = secretBefore[first];
            boolean certain = attached || said.certain || before.certain && !said.secret;
            boolean secret = certain || said.secret || before.secret;
            for (int i = first; i <= last; i++) {
                Call call = calls.get(i);
                if (call.parts().isEmpty()) {
                    tellOfAll(call, secretBefore[i]);
                }
                for (Part part : call.parts()) {
                    tell(part, call, secret && (certain || !openBefore[i]), certain);
                }
            }
        }

        private void tell(Part part, Call call, boolean secret, boolean certain) {
            boolean secretBehind = VisibilityWording.speaksOfSecrecy(part.behind())
                    || VisibilityWording.beginsNonPublic(part.behind().replaceAll("[\\[(\\])]", ""));
            boolean openBehind = !secretBehind && VisibilityWording.speaksOfPublic(part.behind());
            if (secretBehind || secret && !openBehind) {
                add(part.labels(), secretBehind || certain, call);
            }
        }

        /** Without a number only what is said right there counts. */
        private void tellOfAll(Call call, boolean attached) {
            int end = call.end();
            boolean said = secrets.stream()
                    .filter(secret -> secret.certain() && secret.start() >= end)
                    .limit(1)
                    .anyMatch(secret -> SAID_OF_ALL
                            .matcher(words)
                            .region(end, secret.start())
                            .matches());
            if (attached || said || VisibilityWording.speaksOfSecrecy(call.behind())) {
                add(List.of(), false, call);
            }
        }

        private void add(List<AttachmentLabel> labels, boolean certain, Call call) {
            found.add(new CalledSecret(labels, certain, sentence.lineAt(call.start()), quoted));
        }
    }

    /**
     * What is said between two calls.
     *
     * @param secret whether it speaks of secrecy
     * @param certain whether it does so in a way that leaves no doubt
     * @param forNext whether it holds for what comes next
     */
    private record Said(boolean secret, boolean certain, boolean forNext) {

        static final Said NOTHING = new Said(false, false, false);

        Said and(Said other) {
            return new Said(secret || other.secret, certain || other.certain, forNext || other.forNext);
        }
    }
}
