package de.kreiswerk.core.api.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States which permission an endpoint of REST asks for. The service behind it checks again, with the department.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {

    /**
     * The permission.
     *
     * @return its name, such as {@code proposals.import}
     */
    String value();

    /**
     * What will do as well, where the service asks for the one or the other: everybody for what is their own, and whoever has the
     * {@link #value()} for others' as well. Machines have nothing of their own.
     *
     * @return names of permissions; none by default
     */
    String[] or() default {};
}
