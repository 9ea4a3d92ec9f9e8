package de.kreiswerk.core.web.pages.texts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.web.pages.BaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The texts as they are at the moment. They are public objects like all others: so every node has them, kept pages hear of
 * a change, and none needs a table of its own. Until someone writes one, a sample stands in for it.
 */
@Component(service = LegalTexts.class)
public final class LegalTexts {

    static final String TYPE = "Text";
    private static final String MEMBER = "text";

    private final Publication publication;
    private final County county;
    private final BaseUrl baseUrl;
    private final JsonFactory json = new JsonFactory();

    /**
     * Reads.
     *
     * @param publication where they are kept
     * @param county whose name the samples hold
     * @param baseUrl which address the samples name
     */
    @Activate
    public LegalTexts(@Reference Publication publication, @Reference County county, @Reference BaseUrl baseUrl) {
        this.publication = publication;
        this.county = county;
        this.baseUrl = baseUrl;
    }

    /**
     * A text in one version.
     *
     * @param markdown the text
     * @param revision counts the changes; 0 for the sample
     */
    record Version(String markdown, long revision) {}

    Version find(LegalText text) {
        PublicObject object = publication.find(text.path()).orElse(null);
        return object == null || object.deleted()
                ? new Version(sample(text), object == null ? 0 : object.revision())
                : new Version(markdown(object.content()), object.revision());
    }

    /** The content of a snapshot. */
    String content(String markdown) {
        StringWriter out = new StringWriter(markdown.length() + 50);
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField(MEMBER, markdown);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private String markdown(String content) {
        try (JsonParser parser = json.createParser(content)) {
            parser.nextToken();
            return MEMBER.equals(parser.nextFieldName()) ? parser.nextTextValue() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sample(LegalText text) {
        return resource(text.key())
                .replace("{county}", county.name())
                .replace(
                        "{contact}",
                        county.contactEmail().isEmpty() ? "\\[bitte ergänzen]" : linked(county.contactEmail()))
                .replace("{website}", county.website().isEmpty() ? "\\[bitte ergänzen]" : linked(county.website()))
                .replace("{base}", baseUrl.current().map(LegalTexts::linked).orElse("diese Seiten"))
                .replace(
                        "{licence}",
                        county.licence().isEmpty()
                                ? "\\[Bitte ergänzen: unter welchen Bedingungen die Inhalte genutzt werden dürfen]"
                                : "Was hier veröffentlicht ist, darf nach dieser Lizenz genutzt werden: "
                                        + linked(county.licence()));
    }

    private static String linked(String address) {
        return "<" + address + ">";
    }

    private static String resource(String name) {
        try (InputStream in = LegalTexts.class.getResourceAsStream("/texts/" + name + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
