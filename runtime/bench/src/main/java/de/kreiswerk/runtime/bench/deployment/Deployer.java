package de.kreiswerk.runtime.bench.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** A department that deploys over REST. */
final class Deployer {

    static final String PAGE = "/ordnung/hund";
    private static final String API = "/api/deployment/v1";
    private static final String COMPONENT = API + "/components/" + DogTaxArchive.NAME;

    private final Operator operator;
    private final SignerKey key;

    /** With a key and the right to deploy. */
    Deployer(Operator operator) {
        this.operator = operator;
        try {
            this.key = SignerKey.generate("ordnung.lueneburg.example", new SecureRandom());
        } catch (BadKey e) {
            throw new IllegalStateException(e);
        }
        String department = operator.ask(
                        "POST",
                        "/api/identity/v1/departments",
                        Map.of("shortName", "Ordnung", "name", "Fachdienst Ordnung"))
                .path("id")
                .asText();
        operator.ask(
                "PUT",
                API + "/departments/" + department + "/grant",
                Map.of(
                        "namespace",
                        "de.lueneburg.ordnung",
                        "path",
                        "ordnung",
                        "wants",
                        List.of("THREADS", "EXIT", "FRAMEWORK", "REFLECTION", "CLASS_LOADING", "FILES")));
        operator.ask(
                "POST",
                API + "/signers",
                Map.of(
                        "department",
                        department,
                        "label",
                        "Werkstatt",
                        "key",
                        key.verifier().text()));
    }

    /** Uploads a version; its archive's hash. */
    String upload(String version) {
        try {
            return upload(DogTaxArchive.of(version, "good", key));
        } catch (Exception e) {
            throw new IllegalStateException("The component cannot be made", e);
        }
    }

    /** A version of 100 kB, signed; not uploaded yet. */
    Archive large(String version) {
        try {
            return DogTaxArchive.large(version, key);
        } catch (Exception e) {
            throw new IllegalStateException("The component cannot be made", e);
        }
    }

    String upload(Archive archive) {
        operator.send("POST", API + "/components", "application/zip", archive.bytes());
        return archive.sha256();
    }

    /** What a switch would do, as people see it before. */
    void plan(String archive) {
        operator.ask("GET", COMPONENT + "/versions/" + archive + "/plan", null);
    }

    /** Switches, and returns when that has ended well; how it went. */
    JsonNode switchTo(String archive) {
        return ended(begin(archive));
    }

    /** Begins to switch. */
    JsonNode begin(String archive) {
        return operator.ask("POST", COMPONENT + "/versions/" + archive + "/switch", null);
    }

    void remove() {
        ended(operator.ask("DELETE", COMPONENT, null));
    }

    /** Waits until a switch has ended well. */
    JsonNode ended(JsonNode begun) {
        JsonNode ended =
                operator.ask("GET", API + "/switches/" + begun.path("id").asText() + "?wait=60", null);
        if (!ended.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("A switch ended otherwise: " + ended);
        }
        return ended;
    }
}
