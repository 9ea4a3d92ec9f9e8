package de.kreiswerk.proposals.web.view;

/**
 * Where programs get the same.
 *
 * @param address of the OParl object
 * @param licence what the licence is called, null when none is stated
 * @param licenceAddress the licence, null when none is stated
 */
public record OpenData(String address, String licence, String licenceAddress) {}
