package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.text.Text;

/** A backup cannot be restored, or not here. Says why, and what to do. */
final class RestoreRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    private RestoreRefused(Text words) {
        super(words.english());
        this.words = words;
    }

    static RestoreRefused because(String german, String english) {
        return new RestoreRefused(new Text(german, english));
    }

    static RestoreRefused foreign() {
        return because(
                "Die Datei ist keine Sicherung von Kreiswerk, oder sie ist abgeschnitten.",
                "The file is not a backup of Kreiswerk, or it was cut off.");
    }

    static RestoreRefused damaged(String entry) {
        return because(
                "Die Sicherung ist beschädigt: " + entry + ". Nehmen Sie eine andere.",
                "The backup is damaged: " + entry + ". Take another one.");
    }

    static RestoreRefused newerFormat(String platform) {
        return because(
                "Die Sicherung hat ein neueres Format als dieses Kreiswerk liest. Nehmen Sie Kreiswerk " + platform
                        + ".",
                "The backup has a newer format than this Kreiswerk reads. Take Kreiswerk " + platform + ".");
    }

    static RestoreRefused newerTables(String history, String platform) {
        return because(
                "Die Sicherung hat neuere Tabellen von " + history
                        + " als dieses Kreiswerk kennt. Nehmen Sie Kreiswerk " + platform + " oder ein neueres.",
                "The backup has newer tables of " + history + " than this Kreiswerk knows. Take Kreiswerk " + platform
                        + " or a newer one.");
    }

    static RestoreRefused unknownTables(String history) {
        return because(
                "Die Sicherung hat Tabellen von " + history
                        + ", das hier nicht installiert ist, und sagt nicht, wie sie"
                        + " entstehen. Starten Sie dieses Kreiswerk auf den alten Daten, spielen Sie dort diese Komponente noch"
                        + " einmal ein oder löschen Sie sie mit ihren Daten, und sichern Sie dann.",
                "The backup has tables of " + history + ", which is not installed here, and does not say how they are"
                        + " made. Start this Kreiswerk on the old data, deploy that component there once more or delete it with its"
                        + " data, and back up then.");
    }

    static RestoreRefused notEmpty(String database) {
        return because(
                "Die Datenbank " + database + " ist nicht leer. Wiederhergestellt wird nur in eine leere.",
                "The database " + database + " is not empty. A backup is restored into an empty one only.");
    }

    Text words() {
        return words;
    }
}
