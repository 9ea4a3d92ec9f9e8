/** Copies of signed states leave the house, so that whoever rules over it cannot make up another past. */
package de.kreiswerk.audit.log.outside;
