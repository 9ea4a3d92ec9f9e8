package de.kreiswerk.core.persistence.unit;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** What EclipseLink must know of a bundle's persistence unit. Entities are woven at build time, never here. */
record UnitInfo(Bundle bundle, UnitDescriptor descriptor, DataSource source) implements PersistenceUnitInfo {

    @Override
    public String getPersistenceUnitName() {
        // Unique within the framework, so that two versions of a bundle never share EclipseLink's session.
        return descriptor.name() + "#" + bundle.getBundleId() + "." + bundle.getLastModified();
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return bundle.getEntry("/");
    }

    @Override
    public List<String> getManagedClassNames() {
        return descriptor.classes();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Woven at build time.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return getClassLoader();
    }
}
