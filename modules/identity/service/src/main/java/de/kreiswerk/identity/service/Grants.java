package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.IndexedGrants;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;

/** The grants of an account or a token, which callers share from one request to the next. */
final class Grants extends AbstractSet<Grant> implements IndexedGrants {

    private final Set<Grant> all;
    private final Set<String> permissions;

    private Grants(Collection<Grant> grants) {
        all = Set.copyOf(grants);
        permissions = all.stream().map(Grant::permission).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Copies grants, unless they are such a set already.
     *
     * @param grants any, none of them null
     * @return the same grants
     */
    static Grants of(Collection<Grant> grants) {
        return grants instanceof Grants made ? made : new Grants(grants);
    }

    @Override
    public boolean anywhere(String permission) {
        return permissions.contains(permission);
    }

    @Override
    public boolean contains(Object grant) {
        return all.contains(grant);
    }

    @Override
    public Iterator<Grant> iterator() {
        return all.iterator();
    }

    @Override
    public int size() {
        return all.size();
    }
}
