package de.kreiswerk.core.persistence.settings;

import org.osgi.service.metatype.AttributeDefinition;

/** A setting as a component would describe it. */
final class Described implements AttributeDefinition {

    private final String key;
    private final int type;
    private int cardinality;
    private String[] defaults;
    private String[] options;
    private String complaint = "";

    private Described(String key, int type) {
        this.key = key;
        this.type = type;
    }

    static Described as(String key, int type, String... defaults) {
        Described described = new Described(key, type);
        described.defaults = defaults.length == 0 ? null : defaults;
        return described;
    }

    Described listOf(int most) {
        cardinality = most;
        return this;
    }

    Described choosing(String... values) {
        options = values;
        return this;
    }

    Described complaining(String about) {
        complaint = about;
        return this;
    }

    Attribute attribute() {
        return new Attribute(this);
    }

    @Override
    public String getName() {
        return key;
    }

    @Override
    public String getID() {
        return key;
    }

    @Override
    public String getDescription() {
        return null;
    }

    @Override
    public int getCardinality() {
        return cardinality;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public String[] getOptionValues() {
        return options;
    }

    @Override
    public String[] getOptionLabels() {
        return options;
    }

    @Override
    public String validate(String value) {
        return complaint;
    }

    @Override
    public String[] getDefaultValue() {
        return defaults;
    }
}
