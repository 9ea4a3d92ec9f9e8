package de.kreiswerk.proposals.oparl.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.kreiswerk.core.api.publication.PublicObject;
import java.io.IOException;
import java.util.function.BiFunction;

/**
 * Turns snapshots into OParl objects, from token to token, without a tree in between. What is empty is left out, except
 * where OParl demands a list. Of one answer, for one thread.
 */
final class ObjectWriter {

    /** Members that OParl does not know are Kreiswerk's own. */
    static final String OWN = "kreiswerk:";

    final JsonGenerator out;
    final Urls urls;
    final boolean omitInternal;

    private final JsonFactory factory;
    private final Times times = new Times();
    private JsonParser in;

    ObjectWriter(JsonFactory factory, JsonGenerator out, Urls urls, boolean omitInternal) {
        this.factory = factory;
        this.out = out;
        this.urls = urls;
        this.omitInternal = omitInternal;
    }

    void write(PublicObject object) throws IOException {
        OparlType type = OparlType.ofPath(object.path());
        out.writeStartObject();
        out.writeStringField("id", urls.of(object.path()));
        out.writeStringField("type", type.url());
        if (object.deleted()) {
            out.writeBooleanField("deleted", true);
        } else {
            content(type, object);
        }
        out.writeStringField("created", times.of(object.created()));
        out.writeStringField("modified", times.of(object.modified()));
        out.writeEndObject();
    }

    private void content(OparlType type, PublicObject object) throws IOException {
        members(object, (writer, embedded) -> members(type, embedded));
        if (object.address() != null) {
            out.writeStringField("web", urls.page(object.address()));
        }
    }

    /** The members of a snapshot, as somebody writes them. */
    void members(PublicObject object, BiFunction<ObjectWriter, Boolean, Members> how) throws IOException {
        Members members = how.apply(this, false);
        members.path(object.path());
        try (JsonParser parser = factory.createParser(object.content())) {
            in = parser;
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                members.member(name);
            }
        }
        members.end();
    }

    private Members members(OparlType type, boolean embedded) {
        return switch (type) {
            case BODY -> new BodyMembers(this, embedded);
            case LEGISLATIVE_TERM -> new LegislativeTermMembers(this, embedded);
            case ORGANIZATION -> new OrganizationMembers(this, embedded);
            case PERSON -> new PersonMembers(this, embedded);
            case MEMBERSHIP -> new MembershipMembers(this, embedded);
            case LOCATION -> new LocationMembers(this, embedded);
            case MEETING -> new MeetingMembers(this, embedded);
            case AGENDA_ITEM -> new AgendaItemMembers(this, embedded);
            case PAPER -> new PaperMembers(this, embedded);
            case CONSULTATION -> new ConsultationMembers(this, embedded);
            case FILE -> new FileMembers(this, embedded);
        };
    }

    /** The current object, written out within its parent. Returns its path. */
    String embedded(OparlType type) throws IOException {
        String path = null;
        Members members = members(type, true);
        out.writeStartObject();
        out.writeStringField("type", type.url());
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "path" -> {
                    path = in.getText();
                    out.writeStringField("id", urls.of(path));
                    members.path(path);
                }
                case "created", "modified" -> time(name);
                default -> members.member(name);
            }
        }
        members.end();
        out.writeEndObject();
        return path;
    }

    void embedded(String name, OparlType type) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            out.writeFieldName(name);
            embedded(type);
        } else {
            in.skipChildren();
        }
    }

    void embeddedList(String name, OparlType type, boolean mandatory) throws IOException {
        list(name, mandatory, () -> embedded(type));
    }

    void text(String name) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING && !isBlank()) {
            out.writeFieldName(name);
            characters();
        } else {
            in.skipChildren();
        }
    }

    void texts(String name) throws IOException {
        list(name, false, this::characters);
    }

    void reference(String name) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.writeStringField(name, urls.of(in.getText()));
        } else {
            in.skipChildren();
        }
    }

    /** One reference where OParl wants a list. */
    void referenceAsList(String name) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.writeArrayFieldStart(name);
            out.writeString(urls.of(in.getText()));
            out.writeEndArray();
        } else {
            in.skipChildren();
        }
    }

    void references(String name) throws IOException {
        list(name, false, () -> out.writeString(urls.of(in.getText())));
    }

    /** An address of a page on this host. */
    void page(String name) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.writeStringField(name, urls.page(in.getText()));
        } else {
            in.skipChildren();
        }
    }

    /** An address that somebody typed; words are none, and OParl wants addresses only. */
    void address(String name) throws IOException {
        String text = value();
        if (text != null && (text.startsWith("https://") || text.startsWith("http://"))) {
            out.writeStringField(name, text);
        }
    }

    void date(String name) throws IOException {
        String text = value();
        if (text != null && Times.isDate(text)) {
            out.writeStringField(name, text);
        }
    }

    void time(String name) throws IOException {
        String text = value();
        String time = text == null ? null : times.of(text);
        if (time != null) {
            out.writeStringField(name, time);
        }
    }

    void number(String name) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            out.writeNumberField(name, in.getLongValue());
        } else {
            in.skipChildren();
        }
    }

    void flag(String name) throws IOException {
        if (in.currentToken().isBoolean()) {
            out.writeBooleanField(name, in.getBooleanValue());
        } else {
            in.skipChildren();
        }
    }

    /** A value of whatever shape, as the snapshot has it but for members that are empty. */
    void copy(String name) throws IOException {
        switch (in.currentToken()) {
            case VALUE_STRING -> text(name);
            case VALUE_NULL -> in.skipChildren();
            case START_ARRAY -> list(name, false, this::copyElement);
            default -> {
                out.writeFieldName(name);
                copyElement();
            }
        }
    }

    /** An empty element stays: the cells of a table's row count. */
    private void copyElement() throws IOException {
        switch (in.currentToken()) {
            case START_OBJECT -> {
                out.writeStartObject();
                each(this::copy);
                out.writeEndObject();
            }
            case START_ARRAY -> {
                out.writeStartArray();
                elements(this::copyElement);
                out.writeEndArray();
            }
            case VALUE_STRING -> characters();
            default -> out.copyCurrentEvent(in);
        }
    }

    /** The current value when it is a text with something in it, else null. */
    String value() throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING && !isBlank()) {
            return in.getText();
        }
        in.skipChildren();
        return null;
    }

    /** The current number, else 0. */
    long numberValue() throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return in.getLongValue();
        }
        in.skipChildren();
        return 0;
    }

    void skip() throws IOException {
        in.skipChildren();
    }

    /** Calls for each member of the current object, with its value as the current token. */
    void each(Member member) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            member.take(name);
        }
    }

    /** Calls for each element of the current array. */
    void elements(Step element) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    private void list(String name, boolean mandatory, Step element) throws IOException {
        boolean started = mandatory;
        if (mandatory) {
            out.writeArrayFieldStart(name);
        }
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (!started) {
                    out.writeArrayFieldStart(name);
                    started = true;
                }
                element.run();
            }
        } else {
            in.skipChildren();
        }
        if (started) {
            out.writeEndArray();
        }
    }

    private void characters() throws IOException {
        out.writeString(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    }

    private boolean isBlank() throws IOException {
        char[] characters = in.getTextCharacters();
        int end = in.getTextOffset() + in.getTextLength();
        for (int i = in.getTextOffset(); i < end; i++) {
            if (!Character.isWhitespace(characters[i])) {
                return false;
            }
        }
        return true;
    }

    /** Something to do with the current token. */
    interface Step {

        void run() throws IOException;
    }

    /** Something to do with a member of an object. */
    interface Member {

        void take(String name) throws IOException;
    }
}
