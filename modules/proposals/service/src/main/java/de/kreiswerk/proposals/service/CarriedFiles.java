package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes the bytes of a paper over to its next text: to the attachments of the names under which they came in, whatever numbers these have
 * now. What has no such place for sure is put aside: it is kept, but shown under no name.
 */
final class CarriedFiles {

    private final PaperStore store;
    private final String paperId;
    private final AttachedFiles files;
    private final PaperDocument before;
    private final Map<String, List<NamedAttachment>> namedBefore;
    private final Map<String, List<NamedAttachment>> namedAfter;
    private final Map<String, Long> keyed = new HashMap<>();

    CarriedFiles(PaperStore store, String paperId, PaperDocument before, PaperDocument after) {
        this.store = store;
        this.paperId = paperId;
        this.files = store.files(paperId);
        this.before = before;
        this.namedBefore = byName(before);
        this.namedAfter = byName(after);
    }

    private static Map<String, List<NamedAttachment>> byName(PaperDocument document) {
        return document.attachments().stream().collect(Collectors.groupingBy(named -> AttachedFiles.key(named.name())));
    }

    /** Returns the ids of those that the text before showed and the next one does not. */
    List<String> carry() {
        files.all().forEach(this::remember);
        Map<AttachedFileEntity, NamedAttachment> places = new HashMap<>();
        List<String> left = new ArrayList<>();
        for (AttachedFileEntity file : files.all()) {
            NamedAttachment place = place(file);
            if (place != null) {
                places.put(file, place);
            } else if (isShown(file)) {
                left.add(file.id);
            }
        }
        move(places);
        places.forEach(CarriedFiles::note);
        return left;
    }

    /** From now on the row tells itself. */
    private void remember(AttachedFileEntity file) {
        AttachedFiles.AttachedAs as = files.attachedAs(file);
        if (as != null) {
            file.attachmentName = as.name();
            file.attachmentVisibility = as.visibility();
            keyed.merge(AttachedFiles.key(as.name()), 1L, Long::sum);
        }
    }

    private NamedAttachment place(AttachedFileEntity file) {
        if (file.attachmentName == null) {
            return null;
        }
        String key = AttachedFiles.key(file.attachmentName);
        List<NamedAttachment> wanted = namedAfter.getOrDefault(key, List.of());
        // Of several of one name only the number tells which is which, and not even that when one of them is secret.
        boolean clear =
                wanted.size() == 1 && namedBefore.getOrDefault(key, List.of()).size() <= 1 && keyed.get(key) == 1;
        boolean shown = isShown(file);
        return wanted.stream()
                .filter(named -> shown && named.number() == file.number || clear && (shown || isFree(named.number())))
                .filter(named -> !opens(file, named) || clear && shown)
                .findFirst()
                .orElse(null);
    }

    /** Whether they are the bytes of an attachment of the text before. */
    private boolean isShown(AttachedFileEntity file) {
        return before.attachments().stream()
                .anyMatch(named -> named.number() == file.number && files.of(named) == file);
    }

    /** What came in later is not replaced by what was put aside. */
    private boolean isFree(int number) {
        return before.attachments().stream().noneMatch(named -> named.number() == number && files.of(named) != null);
    }

    private static boolean opens(AttachedFileEntity file, NamedAttachment named) {
        return file.attachmentVisibility == Visibility.NON_PUBLIC && named.visibility() != Visibility.NON_PUBLIC;
    }

    /** In two steps, for two may change their places, and each number is there once. */
    private void move(Map<AttachedFileEntity, NamedAttachment> places) {
        List<AttachedFileEntity> moving = files.all().stream()
                .filter(file -> places.containsKey(file) ? places.get(file).number() != file.number : file.number > 0)
                .toList();
        if (moving.isEmpty()) {
            return;
        }
        int aside = files.aside();
        for (AttachedFileEntity file : moving) {
            file.number = aside--;
        }
        store.em().flush();
        moving.stream()
                .filter(places::containsKey)
                .forEach(file -> file.number = places.get(file).number());
        store.em().flush();
        store.filesChange(paperId);
    }

    private static void note(AttachedFileEntity file, NamedAttachment named) {
        if (named.visibility() != null) {
            file.attachmentVisibility = named.visibility();
        }
    }
}
