package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Whose signatures count: those of keys that were named, and of newer keys for which they vouch. A newer key does not vouch for an older
 * one: it may have come because the older one leaked.
 */
final class Trust {

    /** How a package calls the statements. */
    static final String NAME = "vouching.txt";

    private final List<VerifierKey> named;
    private final List<Vouching> statements;
    private final boolean isHinting;

    /** By each newer key the older one that vouches for it. */
    private final Map<VerifierKey, VerifierKey> vouchers = new LinkedHashMap<>();

    private Trust(List<VerifierKey> named, List<Vouching> statements, boolean isHinting) {
        this.named = List.copyOf(named);
        this.statements = List.copyOf(statements);
        this.isHinting = isHinting;
        int before;
        // Each round adds a key, or is the last.
        do {
            before = vouchers.size();
            statements.stream().filter(Vouching::counts).forEach(this::follow);
        } while (vouchers.size() > before);
    }

    /** In these keys alone. */
    static Trust in(List<VerifierKey> named) {
        return new Trust(named, List.of(), false);
    }

    /** The same, of somebody who can bring what is missing, and is told so. */
    Trust hinting() {
        return new Trust(named, statements, true);
    }

    /** With statements that come from anywhere: they count by their signatures. */
    Trust with(byte[] vouchings) throws Refusal {
        List<Vouching> all = new ArrayList<>(statements);
        all.addAll(Vouching.parse(vouchings));
        return new Trust(named, all, isHinting);
    }

    private void follow(Vouching statement) {
        VerifierKey voucher = null;
        // The oldest is the last.
        for (int i = statement.keys().size() - 1; i >= 0; i--) {
            VerifierKey key = statement.keys().get(i);
            if (named.contains(key) || vouchers.containsKey(key)) {
                voucher = key;
            } else if (voucher != null) {
                vouchers.put(key, voucher);
            }
        }
    }

    /** The keys of a log that are named below a note, of those that count; whether they have signed it is not verified. */
    List<VerifierKey> signers(Note note, String origin) {
        List<VerifierKey> own = signers(note, origin, named);
        return own.isEmpty() ? signers(note, origin, vouchers.keySet()) : own;
    }

    private static List<VerifierKey> signers(Note note, String origin, Collection<VerifierKey> keys) {
        return keys.stream()
                .filter(key -> key.name().equals(origin) && !note.by(key).isEmpty())
                .toList();
    }

    /** Says who signed, and why that counts. */
    void say(List<VerifierKey> signers, BiConsumer<String, String> say) {
        for (VerifierKey signer : signers) {
            say.accept("Signiert mit dem Schlüssel " + signer.text(), "Signed with the key " + signer.text());
            for (VerifierKey key = signer; vouchers.containsKey(key); key = vouchers.get(key)) {
                VerifierKey older = vouchers.get(key);
                boolean isNamed = named.contains(older);
                say.accept(
                        "Für den Schlüssel " + key.text() + " bürgt der ältere Schlüssel " + older.text()
                                + (isNamed ? ", dem Sie trauen" : "") + ": beide haben das signiert.",
                        "For the key " + key.text() + " the older key " + older.text()
                                + (isNamed ? ", which you trust," : "") + " vouches: both have signed that.");
            }
        }
    }

    /** Nobody has signed a checkpoint whose signature counts. */
    Refusal noSigner(String origin) {
        String log = Texts.shown(origin);
        return Refusal.notProven(
                "Kein Schlüssel, dem Sie trauen, hat diesen Checkpoint von „" + log + "“ signiert" + why(true),
                "No key that you trust has signed this checkpoint of '" + log + "'" + why(false));
    }

    private String why(boolean german) {
        if (statements.isEmpty()) {
            String hint = german
                    ? " Wurde der Schlüssel ersetzt, nennen Sie mit --vouching die Datei, in der Ihrer für den neuen bürgt (/audit/log/keys/vouching)."
                    : " If the key was replaced, name with --vouching the file in which yours vouches for the new one (/audit/log/keys/vouching).";
            return "." + (isHinting ? hint : "");
        }
        long ignored = statements.stream().filter(each -> !each.counts()).count();
        if (ignored == 0) {
            return german ? ", und keiner, für den ein solcher bürgt." : ", and none for which such a key vouches.";
        }
        return german
                ? ", und keiner, für den ein solcher bürgt. So viele Erklärungen haben nicht alle Schlüssel signiert, die darin stehen, und zählen nicht: "
                        + ignored + "."
                : ", and none for which such a key vouches. So many statements are not signed by all keys that they name, and do not count: "
                        + ignored + ".";
    }
}
