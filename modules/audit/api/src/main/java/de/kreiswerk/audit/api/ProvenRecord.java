package de.kreiswerk.audit.api;

/**
 * A record with the proof that it is in the trail.
 *
 * @param sequence its number, from 1
 * @param id its random id
 * @param canonical its canonical bytes (JSON by RFC 8785), as text; in UTF-8 they make the proof's leaf
 * @param proof the proof
 */
public record ProvenRecord(long sequence, String id, String canonical, InclusionProof proof) {}
