package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.text.Text;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Vector;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * A setting as its component describes it: which values it takes, and how they are kept and shown.
 *
 * @param definition what the component says
 */
record Attribute(AttributeDefinition definition) {

    private static final int MAX_CHARACTERS = 4_000;
    private static final int MAX_VALUES = 200;
    private static final Pattern SECRET_KEY = Pattern.compile(
            "(?i).*(password|passwd|pwd|passphrase|kennwort|passwort|secret|token|apikey|privatekey|credential).*");
    private static final Pattern SEPARATORS = Pattern.compile("[._-]");
    private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

    /** Why a value is none. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        Refused(String german, String english) {
            super(english);
            this.reason = new Text(german, english);
        }

        Text reason() {
            return reason;
        }
    }

    String key() {
        return definition.getID();
    }

    String title() {
        String name = definition.getName();
        return name == null || name.isBlank() ? key() : name;
    }

    String description() {
        String description = definition.getDescription();
        return description == null ? "" : description;
    }

    boolean list() {
        return definition.getCardinality() != 0;
    }

    /** Third parties seldom use the type that is made for it, so the key counts as well. */
    boolean secret() {
        return definition.getType() == AttributeDefinition.PASSWORD
                || definition.getType() == AttributeDefinition.STRING && soundsSecret(key());
    }

    static boolean soundsSecret(String key) {
        return SECRET_KEY.matcher(SEPARATORS.matcher(key).replaceAll("")).matches();
    }

    @SuppressWarnings("deprecation")
    Setting.Type type() {
        return switch (definition.getType()) {
            case AttributeDefinition.LONG,
                    AttributeDefinition.INTEGER,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE,
                    AttributeDefinition.BIGINTEGER -> Setting.Type.WHOLE_NUMBER;
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT, AttributeDefinition.BIGDECIMAL ->
                Setting.Type.NUMBER;
            case AttributeDefinition.BOOLEAN -> Setting.Type.YES_NO;
            default -> Setting.Type.TEXT;
        };
    }

    List<Setting.Option> options() {
        String[] values = definition.getOptionValues();
        String[] labels = definition.getOptionLabels();
        List<Setting.Option> options = new ArrayList<>();
        for (int i = 0; values != null && i < values.length; i++) {
            options.add(new Setting.Option(values[i], labels != null && i < labels.length ? labels[i] : values[i]));
        }
        return options;
    }

    List<String> defaults() {
        String[] defaults = definition.getDefaultValue();
        if (defaults == null) {
            return List.of();
        }
        return list() ? List.of(defaults) : List.of(String.join(",", defaults));
    }

    /** A kept value as people write it. */
    static List<String> shown(Object kept) {
        if (kept == null) {
            return List.of();
        }
        if (kept.getClass().isArray()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < Array.getLength(kept); i++) {
                values.add(String.valueOf(Array.get(kept, i)));
            }
            return values;
        }
        return kept instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(kept.toString());
    }

    /** What people wrote as it is kept. */
    Object kept(List<String> written) throws Refused {
        if (!list() && written.size() != 1) {
            throw new Refused("Hier kann nur ein Wert stehen.", "Only one value is possible here.");
        }
        int most = Math.min(MAX_VALUES, Math.abs(definition.getCardinality()));
        if (list() && written.size() > most) {
            throw new Refused(
                    "Höchstens " + most + " Werte, einer je Zeile.", "At most " + most + " values, one a line.");
        }
        List<Object> values = new ArrayList<>();
        for (String each : written) {
            values.add(value(each));
        }
        if (!list()) {
            return values.get(0);
        }
        return definition.getCardinality() < 0 ? new Vector<>(values) : array(values);
    }

    private Object array(List<Object> values) throws Refused {
        Object array = Array.newInstance(
                values.isEmpty() ? String.class : values.get(0).getClass(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private Object value(String written) throws Refused {
        if (written.length() > MAX_CHARACTERS) {
            throw new Refused("Höchstens 4.000 Zeichen, bitte.", "At most 4,000 characters, please.");
        }
        if (CONTROL.matcher(written).matches()) {
            throw new Refused(
                    "Zeilenumbrüche und andere Steuerzeichen sind hier nicht möglich.",
                    "Line breaks and other control characters are not possible here.");
        }
        List<Setting.Option> options = options();
        if (!options.isEmpty()
                && options.stream().noneMatch(option -> option.value().equals(written))) {
            throw new Refused("Bitte einen Wert aus der Liste wählen.", "Please choose a value of the list.");
        }
        Object value = typed(written);
        checkBounds(written);
        return value;
    }

    @SuppressWarnings("deprecation")
    private Object typed(String written) throws Refused {
        return switch (definition.getType()) {
            case AttributeDefinition.LONG -> number(written, Long::valueOf);
            case AttributeDefinition.INTEGER -> number(written, Integer::valueOf);
            case AttributeDefinition.SHORT -> number(written, Short::valueOf);
            case AttributeDefinition.BYTE -> number(written, Byte::valueOf);
            case AttributeDefinition.BIGINTEGER -> number(written, BigInteger::new);
            case AttributeDefinition.DOUBLE -> number(written, Double::valueOf);
            case AttributeDefinition.FLOAT -> number(written, Float::valueOf);
            case AttributeDefinition.BIGDECIMAL -> number(written, BigDecimal::new);
            case AttributeDefinition.BOOLEAN -> yesOrNo(written);
            case AttributeDefinition.CHARACTER -> character(written);
            default -> written;
        };
    }

    private Object number(String written, Function<String, Object> reader) throws Refused {
        try {
            return reader.apply(written.strip());
        } catch (NumberFormatException e) {
            throw type() == Setting.Type.NUMBER
                    ? new Refused(
                            "Bitte eine Zahl eingeben, mit Punkt statt Komma, zum Beispiel 0.5.",
                            "Please enter a number such as 0.5.")
                    : new Refused(
                            "Bitte eine ganze Zahl eingeben, nur Ziffern, nicht zu groß.",
                            "Please enter a whole number, digits only, not too large.");
        }
    }

    private static Object yesOrNo(String written) throws Refused {
        if (!List.of("true", "false").contains(written)) {
            throw new Refused("Bitte Ja oder Nein wählen.", "Please choose yes or no.");
        }
        return Boolean.valueOf(written);
    }

    private static Object character(String written) throws Refused {
        if (written.length() != 1) {
            throw new Refused("Bitte genau ein Zeichen eingeben.", "Please enter exactly one character.");
        }
        return written.charAt(0);
    }

    /** The component's own bounds. Metatype takes commas for separators, and texts have no bounds but their options. */
    private void checkBounds(String written) throws Refused {
        if (type() != Setting.Type.WHOLE_NUMBER && type() != Setting.Type.NUMBER) {
            return;
        }
        String complaint = definition.validate(written.strip());
        if (complaint != null && !complaint.isEmpty()) {
            throw complaint.contains("less")
                    ? new Refused("Der Wert ist zu klein.", "The value is too small.")
                    : complaint.contains("greater")
                            ? new Refused("Der Wert ist zu groß.", "The value is too large.")
                            : new Refused("Dieser Wert ist nicht möglich.", "This value is not possible.");
        }
    }

    /** Whether what people wrote is the default. */
    boolean isDefault(List<String> written) {
        return definition.getDefaultValue() != null && defaults().equals(written);
    }
}
