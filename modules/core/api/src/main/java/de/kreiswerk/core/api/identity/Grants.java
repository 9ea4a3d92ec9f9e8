package de.kreiswerk.core.api.identity;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do, made once and asked often: a role in a large department makes thousands of grants, and every request asks
 * whether its caller may do something anywhere. Cannot be changed.
 */
public final class Grants extends AbstractSet<Grant> {

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
    public static Grants of(Collection<Grant> grants) {
        return grants instanceof Grants made ? made : new Grants(grants);
    }

    boolean anywhere(String permission) {
        return permissions.contains(permission) || permissions.contains(Grant.ALL) && !Grant.APART.contains(permission);
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
