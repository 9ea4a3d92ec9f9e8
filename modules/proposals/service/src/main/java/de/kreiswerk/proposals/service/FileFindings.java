package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be said of bytes that are here, and yet shown to nobody. No text says it, so it is told for as long as it is so. */
final class FileFindings {

    private static final String LEFT = "attachment-file-left";
    private static final String WITHHELD = "attachment-file-withheld";

    private FileFindings() {}

    static List<Finding> of(PaperDocument document, AttachedFiles files) {
        if (files.all().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (NamedAttachment named : document.attachments()) {
            AttachedFileEntity file = files.of(named);
            if (file != null && files.isWithheld(file, named)) {
                findings.add(withheld(named, file));
            }
        }
        findings.addAll(left(document, files));
        return findings;
    }

    /** Whether a paper tells by them of what may not be public. */
    static boolean tell(List<Finding> findings) {
        return findings.stream().map(Finding::code).anyMatch(code -> code.equals(LEFT) || code.equals(WITHHELD));
    }

    /** As long as an attachment waits for bytes: when none does, the text simply does without them. */
    private static List<Finding> left(PaperDocument document, AttachedFiles files) {
        List<AttachedFileEntity> shown =
                document.attachments().stream().map(files::of).toList();
        Set<String> contents =
                shown.stream().filter(Objects::nonNull).map(file -> file.sha256).collect(Collectors.toSet());
        if (shown.stream().noneMatch(Objects::isNull)) {
            return List.of();
        }
        return files.all().stream()
                .filter(file -> !shown.contains(file) && !contents.contains(file.sha256))
                .map(file -> left(file, files.attachedAs(file)))
                .toList();
    }

    private static Finding left(AttachedFileEntity file, AttachedFiles.AttachedAs as) {
        String german = as == null ? "" : ", angefügt zu „" + as.name() + "“,";
        String english = as == null ? "" : ", attached to '" + as.name() + "',";
        return warning(
                LEFT,
                new Text(
                        "Die Datei „" + file.fileName + "“" + german
                                + " wurde nicht übernommen: Eine Anlage dieses Namens gibt es nicht oder nicht eindeutig."
                                + " Fügen Sie sie neu an.",
                        "The file '" + file.fileName + "'" + english
                                + " was not taken over: no attachment, or not one alone, has that name. Attach it anew."));
    }

    private static Finding withheld(NamedAttachment named, AttachedFileEntity file) {
        return warning(
                WITHHELD,
                new Text(
                        "Anlage " + named.number() + " „" + named.name()
                                + "“ war nichtöffentlich, und der Text sagt nicht, dass sie öffentlich ist: Ihre Datei „"
                                + file.fileName
                                + "“ wird nicht gezeigt. Schreiben Sie „(öffentlich)“ oder „(nichtöffentlich)“"
                                + " dazu, oder fügen Sie sie neu an.",
                        "Attachment " + named.number() + " '" + named.name()
                                + "' was not public, and the text does not say that it is: its file '" + file.fileName
                                + "' is not shown. Add '(öffentlich)' or '(nichtöffentlich)', or attach it anew."));
    }

    private static Finding warning(String code, Text message) {
        return new Finding(Finding.Severity.WARNING, code, 0, message);
    }
}
