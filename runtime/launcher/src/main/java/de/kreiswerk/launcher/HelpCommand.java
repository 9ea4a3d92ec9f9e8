package de.kreiswerk.launcher;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.List;

/** {@code help}: every command and option on one screen. */
final class HelpCommand implements Command {

    private static final String GERMAN = """
            Aufruf: kreiswerk BEFEHL [OPTIONEN]

              run        startet die Plattform und läuft, bis sie beendet wird
                           --port N      Port, 0 = irgendein freier   (KREISWERK_PORT, sonst 8080)
                           --data DIR    Datenverzeichnis              (KREISWERK_DATA, sonst ./data)
                           --no-demo     ohne den Beispiel-Kreistag

              import [--publish] DATEI...
                         gibt Vorlagentexte an die laufende Plattform, als Entwurf;
                         --publish veröffentlicht die, deren Text öffentlich sagt
              publish VORLAGENNUMMER
                         veröffentlicht eine Vorlage
              withdraw VORLAGENNUMMER
                         zieht eine veröffentlichte Vorlage zurück
              attach VORLAGENNUMMER NUMMER DATEI
                         hinterlegt die Datei zu einer Anlage, die die Vorlage nennt
              text NAME [DATEI]
                         zeigt den Text impressum, datenschutz oder barrierefreiheit,
                         mit DATEI (Markdown) ersetzt er ihn
              backup DATEI
                         sichert die Datenbank, während die Plattform läuft; Schlüssel (DATA/keys),
                         settings.properties, operator.token und conf/ sind nicht darin

                         Für diese sechs:
                           --data DIR    Datenverzeichnis der Plattform: dort stehen Adresse und Token
                           --url URL     Adresse der Plattform, statt DIR/kreiswerk.url
                           --token TOKEN statt DIR/operator.token; besser KREISWERK_TOKEN setzen,
                                         Argumente sind für andere Benutzer sichtbar

              account reset-password ANMELDENAME [--data DIR]
                         gibt einem Konto ein neues Kennwort; die Plattform läuft dabei nicht

              restore DATEI [--data DIR]
                         bringt eine Sicherung in eine leere Datenbank; die Plattform läuft dabei nicht

              component  Komponenten von Fachbereichen, ohne laufende Plattform:
                keygen NAME [--out DATEI]
                         erzeugt einen Schlüssel und nennt die öffentliche Hälfte
                new NAME [--department D] [--path P] [--dir DIR]
                         legt ein Projekt an, das sich mit „mvn package“ bauen lässt
                pack ORDNER [--out DATEI]
                         packt ein gebautes Projekt zu einem Archiv (.kwc)
                sign ARCHIV --key DATEI [--out DATEI]
                         signiert es
                verify ARCHIV [--key SCHLÜSSEL]... [--namespace N --path P]
                         prüft die Signatur und, mit --namespace und --path, die Regeln;
                         Ergebnis 0, wenn stimmt, was geprüft wurde

              component  auf der laufenden Plattform, mit --data, --url und --token wie oben:
                list     zeigt die Komponenten und ihre Versionen
                plan ARCHIV
                         lädt es hoch und zeigt Prüfung und Plan, ohne umzuschalten
                install ARCHIV [--yes]
                         lädt es hoch, zeigt den Plan, fragt, schaltet um und folgt bis zum Ende
                approve NAME VERSION [--yes]
                         gibt frei, was jemand anderes hochgeladen hat; nur mit dem Token des
                         Betreibers, denn Token von Maschinen geben nichts frei
                rollback NAME [--yes]
                         schaltet auf die vorige Version zurück
                remove NAME [--with-data] [--yes]
                         entfernt; die Daten bleiben, mit --with-data wird alles gelöscht
                await NAME, cancel NAME
                         folgt dem, was gerade umgeschaltet wird, oder nennt das letzte Ergebnis;
                         nimmt zurück, was gerade umgeschaltet wird

              verify     prüft Beweise aus dem Prüfpfad, ohne laufende Plattform; „kreiswerk verify help“:
                proof BEWEIS, consistency FRÜHER BEWEIS, checkpoint DATEI, package DATEI.zip,
                je mit --key SCHLÜSSEL

              version    nennt die Version
              help       zeigt diesen Text

            Ergebnis: 0 erledigt, 1 fehlgeschlagen, 2 falsch aufgerufen; verify: 0 bewiesen,
            1 nicht bewiesen, 2 falsch aufgerufen, 3 Datei nicht lesbar.
            Sprache: KREISWERK_LANGUAGE=en oder ein englisches Gebietsschema zeigt Englisch.
            """;

    private static final String ENGLISH = """
            Usage: kreiswerk COMMAND [OPTIONS]

              run        starts the platform and runs until it is stopped
                           --port N      port, 0 = any free one        (KREISWERK_PORT, else 8080)
                           --data DIR    data directory                (KREISWERK_DATA, else ./data)
                           --no-demo     without the example council

              import [--publish] FILE...
                         sends texts of proposals to the running platform, as drafts;
                         --publish publishes those whose text says that they are public
              publish REFERENCE
                         publishes a proposal
              withdraw REFERENCE
                         takes a published proposal back
              attach REFERENCE NUMBER FILE
                         stores the file of an attachment that the proposal names
              text NAME [FILE]
                         prints the text impressum, datenschutz or barrierefreiheit,
                         with FILE (Markdown) replaces it
              backup FILE
                         backs the database up, while the platform runs; keys (DATA/keys),
                         settings.properties, operator.token, and conf/ are not in it

                         For these six:
                           --data DIR    the platform's data directory: address and token are there
                           --url URL     the platform's address, instead of DIR/kreiswerk.url
                           --token TOKEN instead of DIR/operator.token; better set KREISWERK_TOKEN,
                                         other users can see arguments

              account reset-password LOGINNAME [--data DIR]
                         gives an account a new password, while the platform does not run

              restore FILE [--data DIR]
                         brings a backup into an empty database, while the platform does not run

              component  departments' components, without a running platform:
                keygen NAME [--out FILE]
                         makes a key and names its public half
                new NAME [--department D] [--path P] [--dir DIR]
                         makes a project that 'mvn package' builds
                pack FOLDER [--out FILE]
                         packs a project that was built into an archive (.kwc)
                sign ARCHIVE --key FILE [--out FILE]
                         signs it
                verify ARCHIVE [--key KEY]... [--namespace N --path P]
                         checks the signature and, with --namespace and --path, the rules;
                         exit code 0 when what was checked is right

              component  on the running platform, with --data, --url and --token as above:
                list     shows the components and their versions
                plan ARCHIVE
                         uploads it and shows check and plan, without switching
                install ARCHIVE [--yes]
                         uploads it, shows the plan, asks, switches, and follows to the end
                approve NAME VERSION [--yes]
                         approves what somebody else uploaded; with the operator's token only,
                         since tokens of machines approve nothing
                rollback NAME [--yes]
                         switches back to the previous version
                remove NAME [--with-data] [--yes]
                         removes; the data stay, with --with-data everything is deleted
                await NAME, cancel NAME
                         follows what is being switched, or names the last result; takes back
                         what is being switched

              verify     verifies proofs of the trail, without a running platform; 'kreiswerk verify help':
                proof PROOF, consistency EARLIER PROOF, checkpoint FILE, package FILE.zip,
                each with --key KEY

              version    names the version
              help       shows this text

            Exit code: 0 done, 1 failed, 2 wrongly called; verify: 0 proven, 1 not proven,
            2 wrongly called, 3 a file cannot be read.
            Language: KREISWERK_LANGUAGE=de shows German, which is also the default without an English locale.
            """;

    private final Terminal terminal;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    String text() {
        return terminal.pick(GERMAN, ENGLISH);
    }

    @Override
    public int run(List<String> arguments) {
        terminal.out().print(text());
        return 0;
    }
}
