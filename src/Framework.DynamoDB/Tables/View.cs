namespace Framework.DynamoDB.Tables;

/// <summary>Makes views.</summary>
internal static class View
{
    public static View<T> Whole<T>()
        where T : class, ITableItem<T> => new(null, T.Read);

    public static View<TView> Of<T, TView>()
        where T : class
        where TView : class, IProjection<T, TView> => new(TView.Attributes, TView.Read);
}
