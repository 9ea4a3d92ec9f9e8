package de.kreiswerk.audit.api;

/**
 * A hold to be placed: of an object, which takes both its fields, of a person, or of everything when all three are null.
 *
 * @param objectType the type of the object, such as {@code Paper}; 60 characters at most
 * @param objectId the object's lasting id, 200 characters at most
 * @param subject the person's random id, as the trail has it; 64 characters at most
 * @param reason why, 3 to {@link Retention#LONGEST_REASON} characters
 */
public record NewHold(String objectType, String objectId, String subject, String reason) {}
