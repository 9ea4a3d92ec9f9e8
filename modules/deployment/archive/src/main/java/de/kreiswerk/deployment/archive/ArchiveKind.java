package de.kreiswerk.deployment.archive;

/** What an archive is. */
public enum ArchiveKind {
    /** A {@code .kwc}: {@code component.json} and bundles. */
    COMPONENT,
    /** A single bundle whose manifest describes the component. */
    BUNDLE
}
