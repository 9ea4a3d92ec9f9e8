package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The bytes that a paper has, and which of them belong to which attachment: those that came in under its name. A number alone says
 * nothing, for the next text may count anew.
 */
final class AttachedFiles {

    /** What bytes were attached as, and what a text said last of that. */
    record AttachedAs(String name, Visibility visibility) {}

    private final PaperStore store;
    private final List<AttachedFileEntity> all;
    private final Map<Integer, AttachedFileEntity> byNumber;
    private final Map<AttachedFileEntity, AttachedAs> lookedUp = new HashMap<>();

    AttachedFiles(PaperStore store, List<AttachedFileEntity> all) {
        this.store = store;
        this.all = List.copyOf(all);
        this.byNumber = all.stream().collect(Collectors.toMap(file -> file.number, Function.identity()));
    }

    /** Those that were put aside as well. */
    List<AttachedFileEntity> all() {
        return all;
    }

    /** What stands at a number, whatever it was attached as; null when nothing does. */
    AttachedFileEntity at(int number) {
        return byNumber.get(number);
    }

    /** The bytes of an attachment; null while none came in under its name. */
    AttachedFileEntity of(NamedAttachment named) {
        AttachedFileEntity file = at(named.number());
        AttachedAs as = file == null ? null : attachedAs(file);
        return as != null && isSame(as.name(), named.name()) ? file : null;
    }

    /** The bytes of an attachment that everybody may have; null when there are none. */
    AttachedFileEntity publicOf(NamedAttachment named) {
        AttachedFileEntity file = of(named);
        return file == null || !PaperContent.isPublic(named) || isWithheld(file, named) ? null : file;
    }

    /** Whether these bytes are there already, attached as what the text says of the attachment today. */
    boolean hold(NamedAttachment named, String fileName, String mediaType, String sha256) {
        AttachedFileEntity file = of(named);
        return file != null
                && file.sha256.equals(sha256)
                && file.fileName.equals(fileName)
                && file.mediaType.equals(mediaType)
                && attachedAs(file).visibility() == named.visibility();
    }

    /** What was not public stays so until a text says of it that it is; one that says nothing opens nothing. */
    boolean isWithheld(AttachedFileEntity file, NamedAttachment named) {
        return named.visibility() == null && attachedAs(file).visibility() == Visibility.NON_PUBLIC;
    }

    /** Of a row that does not tell: what the text called its number when it came in; null when it named none. */
    AttachedAs attachedAs(AttachedFileEntity file) {
        if (file.attachmentName != null) {
            return new AttachedAs(file.attachmentName, file.attachmentVisibility);
        }
        return lookedUp.computeIfAbsent(file, this::lookUp);
    }

    private AttachedAs lookUp(AttachedFileEntity file) {
        return store.documentAt(file.paperId, file.created).stream()
                .flatMap(document -> document.attachments().stream())
                .filter(named -> named.number() == file.number)
                .findFirst()
                .map(named -> new AttachedAs(named.name(), named.visibility()))
                .orElse(null);
    }

    /** A number at which no attachment can be, for bytes that are put aside. */
    int aside() {
        return byNumber.keySet().stream().reduce(0, Math::min) - 1;
    }

    /** Names are compared without case and surplus blanks. */
    static String key(String name) {
        return Organizations.key(name);
    }

    static boolean isSame(String one, String other) {
        return key(one).equals(key(other));
    }
}
