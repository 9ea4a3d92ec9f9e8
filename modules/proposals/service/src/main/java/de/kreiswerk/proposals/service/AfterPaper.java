package de.kreiswerk.proposals.service;

import org.eclipse.persistence.config.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;

/** Rows that refer to a paper are written after it. They know its id only, so that EclipseLink cannot tell by itself. */
public final class AfterPaper implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        descriptor.addConstraintDependency(PaperEntity.class);
    }
}
