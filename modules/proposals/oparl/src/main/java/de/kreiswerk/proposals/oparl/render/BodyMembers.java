package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** The county. */
final class BodyMembers extends Members {

    private static final String TERMS = "legislativeTerm";

    private boolean terms;

    BodyMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void path(String path) throws IOException {
        json.out.writeStringField("system", json.urls.of(""));
        for (OparlType type : OparlType.values()) {
            if (type != OparlType.BODY) {
                json.out.writeStringField(listMember(type), json.urls.of(path + "/" + type.segment()));
            }
        }
    }

    /** OParl calls two lists by other names, because one is an embedded list and the other a single place already. */
    private static String listMember(OparlType type) {
        return switch (type) {
            case LEGISLATIVE_TERM -> "legislativeTermList";
            case LOCATION -> "locationList";
            default -> type.segment();
        };
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "name", "contactEmail", "contactName" -> json.text(name);
            case "ags", "rgs" -> key(name, name.equals("ags") ? 8 : 12);
            case "website", "license" -> json.address(name);
            case TERMS -> terms();
            default -> json.skip();
        }
    }

    /** A key that lost its leading zero is another county's. */
    private void key(String name, int digits) throws IOException {
        String value = json.value();
        if (value != null && value.matches("[0-9]{" + digits + "}")) {
            json.out.writeStringField(name, value);
        }
    }

    private void terms() throws IOException {
        if (json.omitInternal) {
            json.skip();
        } else {
            json.embeddedList(TERMS, OparlType.LEGISLATIVE_TERM, true);
        }
        terms = true;
    }

    @Override
    void end() throws IOException {
        if (!terms && !json.omitInternal) {
            json.out.writeArrayFieldStart(TERMS);
            json.out.writeEndArray();
        }
    }
}
