package de.kreiswerk.core.formkit;

import de.kreiswerk.core.api.text.Text;

/** The words that all forms of this area have. */
public final class FormTexts {

    public static final Text NOTHING_CHANGED = new Text("Es wurde nichts geändert", "Nothing was changed");
    public static final Text CONFLICT = new Text("Inzwischen geändert", "Changed meanwhile");
    public static final Text CONFLICT_ADVICE = new Text(
            "Jemand hat das geändert, während Sie es bearbeitet haben. Ihre Eingaben stehen noch im Formular; wo sie vom jetzigen Stand abweichen, steht er dabei. Wenn Sie noch einmal speichern, gelten Ihre Eingaben.",
            "Somebody has changed this while you edited it. Your input is still in the form; where it differs from what holds now, that is said. Save once more to let your input hold.");
    public static final Text NOW = new Text("Jetzt gilt:", "What holds now:");
    public static final Text EMPTY = new Text("leer", "empty");
    public static final Text NOT_VALID = new Text("Eingabe nicht gültig", "Entry not valid");
    public static final Text A_DAY = new Text("Ein Tag sieht aus wie 2026-12-14.", "A day looks like 2026-12-14.");

    private FormTexts() {}
}
