package de.kreiswerk.deployment.archive.wants;

import de.kreiswerk.core.api.text.Text;

/** What a component's code may want beyond serving requests. */
public enum Want {
    /** Starting other programs. */
    PROCESSES("startet andere Programme", "starts other programs"),
    /** The network, outwards or as a server of its own. */
    SOCKETS("spricht mit dem Netzwerk", "talks to the network"),
    /** Files of the machine. */
    FILES("liest oder schreibt Dateien", "reads or writes files"),
    /** Members of other classes by their names, past their visibility. */
    REFLECTION("greift über Namen auf fremde Klassen zu (Reflection)", "reaches other classes by name (reflection)"),
    /** Threads of its own. */
    THREADS("führt eigene Threads aus", "runs threads of its own"),
    /** Ending the platform. */
    EXIT("kann die Plattform beenden", "can end the platform"),
    /** Code that is not in its classes. */
    CLASS_LOADING("lädt Code nach", "loads further code"),
    /** Code that is no Java. */
    NATIVE("führt maschinennahen Code aus", "runs native code"),
    /** Other bundles, their configurations and services. */
    FRAMEWORK(
            "greift in das OSGi-Framework oder in andere Komponenten und ihre Einstellungen ein",
            "interferes with the OSGi framework, or with other components and their settings"),
    /** Statements to a database of its own or to the platform's, where the tables of all others are. */
    DATABASE("spricht unmittelbar mit einer Datenbank", "talks to a database directly"),
    /** Callers that nobody signed in for, and what is administered by those who did. Services believe who is said to call. */
    RIGHTS(
            "verwaltet Konten und Rechte oder handelt mit Rechten, die er sich selbst gibt",
            "administers accounts and rights, or acts with rights that it gives itself"),
    /** Environment variables and settings of the whole process. */
    ENVIRONMENT("liest oder ändert die Umgebung des Prozesses", "reads or changes the environment of the process");

    private final Text title;

    Want(String german, String english) {
        this.title = new Text(german, english);
    }

    /**
     * What it is, for people.
     *
     * @return a predicate: „startet andere Programme“
     */
    public Text title() {
        return title;
    }
}
