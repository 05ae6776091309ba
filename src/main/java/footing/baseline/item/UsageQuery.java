package footing.baseline.item;

import java.util.List;

/** What the usage report holds. The table takes no {@code SELECT *}; its columns are those of AWS's table dictionary. */
final class UsageQuery {

    static final String TABLE = "COST_AND_USAGE_REPORT";

    private static final List<String> COLUMNS = List.of("bill_bill_type", "bill_billing_entity",
            "bill_billing_period_end_date", "bill_billing_period_start_date", "bill_invoice_id",
            "bill_invoicing_entity", "bill_payer_account_id", "bill_payer_account_name", "cost_category", "discount",
            "identity_line_item_id", "identity_time_interval", "line_item_availability_zone",
            "line_item_currency_code", "line_item_legal_entity", "line_item_line_item_description",
            "line_item_line_item_type", "line_item_net_unblended_cost", "line_item_net_unblended_rate",
            "line_item_operation", "line_item_product_code", "line_item_resource_id", "line_item_tax_type",
            "line_item_unblended_cost", "line_item_unblended_rate", "line_item_usage_account_id",
            "line_item_usage_account_name", "line_item_usage_amount", "line_item_usage_end_date",
            "line_item_usage_start_date", "line_item_usage_type", "pricing_currency",
            "pricing_public_on_demand_cost", "pricing_public_on_demand_rate", "pricing_purchase_option",
            "pricing_term", "pricing_unit", "product", "product_instance_type", "product_product_family",
            "product_region_code", "product_servicecode", "product_sku", "reservation_effective_cost",
            "reservation_reservation_a_r_n", "resource_tags", "savings_plan_savings_plan_a_r_n",
            "savings_plan_savings_plan_effective_cost");

    static final String STATEMENT = "SELECT " + String.join(", ", COLUMNS) + " FROM " + TABLE;

    private UsageQuery() {
    }
}
