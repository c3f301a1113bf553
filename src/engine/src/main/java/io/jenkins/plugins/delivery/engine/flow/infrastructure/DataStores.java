package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what holds data, so that destroying it cannot be undone by applying again: by the type of a resource, as Terraform,
 * CloudFormation, Bicep and Pulumi write types of the large clouds and of Kubernetes, or by what the Jenkinsfile names.
 */
final class DataStores {
    /** How squashed types end. What merely belongs to a store (policies, parameter groups, rules) ends otherwise. */
    private static final Pattern TYPES = Pattern.compile(".*("
            + "database|databaseinstance|databasecluster|databaseaccount|dbinstance|rdsinstance|sqlinstance"
            + "|dbcluster|rdscluster|rdsclusterinstance|rdsglobalcluster|redshiftcluster|neptunecluster"
            + "|dynamodbtable|dynamodbglobaltable|keyspacestable|timestreamwritetable|bigquerydataset|bigquerytable"
            + "|bigtableinstance|bigtabletable|spannerinstance|alloydbcluster|alloydbinstance|cosmosdbaccount|atlascluster"
            + "|(?:flexible|mssql|microsoftsql|postgresql|mysql|mariadb)server|mssqlmanagedinstance"
            + "|s3bucket|storagebucket|storageaccount|storagecontainer|storageshare|blobservicescontainer|objectbucket"
            + "|filesystem|filestoreinstance|volume|volumeclaim|manageddisk|computedisk|microsoftcomputedisk"
            + "|elasticachecluster|replicationgroup|memorydbcluster|rediscache|redisinstance|microsoftcacheredis"
            + "|opensearchdomain|elasticsearchdomain|kinesisstream|mskcluster|snapshot|backupvault"
            + "|kmskey|kmscryptokey|keyvault|keyvaultvault|secretsmanagersecret"
            + ")s?");

    private final Names named;

    /** @param named wildcards of addresses and types that hold data, too */
    DataStores(Names named) {
        this.named = named;
    }

    boolean holdsData(String type, String address) {
        return TYPES.matcher(squashed(type)).matches() || named.mean(type, address);
    }

    /** {@code aws_s3_bucket}, {@code AWS::S3::Bucket} and {@code aws:s3/bucket:Bucket} are the same. */
    private static String squashed(String type) {
        StringBuilder squashed = new StringBuilder();
        String last = "";
        for (String part : type.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (!part.equals(last)) {
                squashed.append(part);
            }
            last = part;
        }
        return squashed.toString();
    }
}
