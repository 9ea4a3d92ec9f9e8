package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.PaperDocument;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that goes into the snapshots of a paper.
 *
 * @param paper the paper
 * @param document what its newest text says
 * @param rows its consultations, each at its position of the document
 * @param organizations the committees and the lead department
 * @param files the bytes of attachments
 * @param items the agenda items that are about it, non-public ones included
 * @param meetings the meetings of rows and items, by id, non-public ones included
 */
record PublishedPaper(
        PaperEntity paper,
        PaperDocument document,
        List<ConsultationEntity> rows,
        Collection<OrganizationEntity> organizations,
        AttachedFiles files,
        List<AgendaItemEntity> items,
        Map<String, MeetingEntity> meetings) {}
