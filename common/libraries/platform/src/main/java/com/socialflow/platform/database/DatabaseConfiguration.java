package com.socialflow.platform.database;

import com.socialflow.platform.EngineAddresses;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The pool and what stands on it. Everything that reads tables asks for {@link Migrations} first. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

    @Bean
    static DataSource dataSource(EngineAddresses engines, DatabaseSettings settings) {
        var address = engines.database();
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(settings.connectionsMax());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(settings.patience().toMillis());
        // Server-side prepared statements at once: the statements of this program are few and hot.
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("ApplicationName", "socialflow");
        // A server that vanished without a word must not hold a request forever.
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    static Migrations migrations(DataSource dataSource, List<ServiceSchema> schemas) {
        return new Migrations(dataSource, schemas);
    }

    @Bean
    static JdbcTemplate jdbcTemplate(DataSource dataSource, Migrations migrated) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    static JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    static JdbcTransactionManager transactionManager(DataSource dataSource, Migrations migrated) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    static TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    // The proxies that transactions need look at the framework's own advisors alone: this one counts as such.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor retryingTransactions(ObjectProvider<RandomGenerator> random) {
        var annotated = new ComposablePointcut(AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class))
                .union(AnnotationMatchingPointcut.forClassAnnotation(Transactional.class));
        var advisor = new DefaultPointcutAdvisor(annotated, new RetryingTransactions(random::getObject));
        // Outside the transaction's own advice, which has the lowest precedence.
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return advisor;
    }
}
