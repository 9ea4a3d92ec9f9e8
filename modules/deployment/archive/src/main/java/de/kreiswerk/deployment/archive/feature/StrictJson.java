package de.kreiswerk.deployment.archive.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON that means one thing: no key twice, nothing behind its end, not deeper than somebody would write it. */
final class StrictJson {

    private StrictJson() {}

    static JsonNode read(byte[] bytes, Limits limits) throws BadArchive {
        if (bytes.length > limits.descriptionBytes()) {
            throw bad(
                    "sie ist größer als " + limits.descriptionBytes() / 1024 + " KiB",
                    "it is larger than " + limits.descriptionBytes() / 1024 + " KiB");
        }
        try {
            JsonNode node = mapper(limits).readTree(decoded(bytes));
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? "?"
                    : String.valueOf(e.getLocation().getLineNr());
            String why = Quoted.of(e.getOriginalMessage());
            throw bad(
                    "kein gültiges JSON (Zeile " + place + ": " + why + ")",
                    "no valid JSON (line " + place + ": " + why + ")");
        } catch (CharacterCodingException e) {
            throw bad("sie ist nicht in UTF-8 geschrieben", "it is not written in UTF-8");
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be read", e);
        }
        throw bad("sie ist kein JSON-Objekt", "it is no JSON object");
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Comments are part of the Feature Service's JSON (Compendium, section 159.2). */
    private static JsonMapper mapper(Limits limits) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.jsonDepth())
                        .maxStringLength(limits.descriptionBytes())
                        .maxNumberLength(100)
                        .build());
        return mapper;
    }

    static BadArchive bad(String german, String english) {
        return new BadArchive(
                "description.invalid",
                "Die component.json ist ungültig: " + german + ".",
                "The component.json is invalid: " + english + ".");
    }
}
