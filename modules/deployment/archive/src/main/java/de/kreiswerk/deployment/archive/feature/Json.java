package de.kreiswerk.deployment.archive.feature;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** An object in component.json; what it lacks or has too much is refused by its place. */
final class Json {

    static final int LONGEST = 2_000;
    static final int MOST = 500;

    private final JsonNode node;
    private final String place;

    Json(JsonNode node, String place) throws BadArchive {
        if (!node.isObject()) {
            throw StrictJson.bad("„" + place + "“ muss ein Objekt sein", "'" + place + "' must be an object");
        }
        this.node = node;
        this.place = place;
    }

    /** A mistyped key would be missed in silence. */
    Json knowing(Set<String> keys) throws BadArchive {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw StrictJson.bad(
                        "„" + Quoted.of(at(name)) + "“ gibt es nicht", "there is no '" + Quoted.of(at(name)) + "'");
            }
        }
        return this;
    }

    JsonNode node() {
        return node;
    }

    boolean has(String key) {
        return node.has(key);
    }

    String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    /** Words of one line, or of several where that is allowed by who shows them. */
    String text(String key) throws BadArchive {
        JsonNode value = node.path(key);
        boolean fits = value.isTextual()
                && !value.asText().isBlank()
                && value.asText().length() <= LONGEST
                && value.asText().chars().noneMatch(each -> each < ' ' && each != '\n');
        if (!fits) {
            throw StrictJson.bad(
                    "„" + at(key) + "“ fehlt oder ist kein Text mit höchstens " + LONGEST + " Zeichen",
                    "'" + at(key) + "' is missing, or no text of at most " + LONGEST + " characters");
        }
        return value.asText().strip();
    }

    /** One text in German, or an object with {@code de} and, if somebody wants, {@code en}. */
    Text twoLanguages(String key) throws BadArchive {
        if (!node.path(key).isObject()) {
            return Text.same(text(key));
        }
        Json languages = object(key).knowing(Set.of("de", "en"));
        String german = languages.text("de");
        return new Text(german, languages.has("en") ? languages.text("en") : german);
    }

    Json object(String key) throws BadArchive {
        return new Json(node.path(key), at(key));
    }

    List<String> texts(String key) throws BadArchive {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array(key)) {
            if (!each.isTextual() || each.asText().isBlank() || each.asText().length() > LONGEST) {
                throw StrictJson.bad(
                        "„" + at(key) + "“ enthält anderes als Texte",
                        "'" + at(key) + "' holds other things than texts");
            }
            texts.add(each.asText().strip());
        }
        return texts;
    }

    List<Json> objects(String key) throws BadArchive {
        List<Json> objects = new ArrayList<>();
        for (JsonNode each : array(key)) {
            objects.add(new Json(each, at(key) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    JsonNode array(String key) throws BadArchive {
        JsonNode array = node.path(key);
        if (!array.isMissingNode() && !array.isArray() || array.size() > MOST) {
            throw StrictJson.bad(
                    "„" + at(key) + "“ muss eine Liste mit höchstens " + MOST + " Einträgen sein",
                    "'" + at(key) + "' must be a list of at most " + MOST + " entries");
        }
        return array;
    }
}
